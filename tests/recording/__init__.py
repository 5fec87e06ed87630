"""Real exchanges with a model, recorded once and replayed: `cassettes/<test module>/<test>.yaml`.

storage     one readable file a test, with repeated text stored once
provenance  what an exchange depends on: prompts, model, server
cassette    replay that fails at the first request which was never recorded
plugin      the pytest side: fixtures, options, what was never used
"""
