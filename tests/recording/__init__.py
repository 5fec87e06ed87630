"""Real exchanges with a model, recorded once and replayed: `cassettes/<test module>/<test>.yaml`.

provenance  what an exchange depends on: prompts, model, server
cassette    replay that fails at the first request which was never recorded
plugin      the pytest side: fixtures, options, what was never used
"""
