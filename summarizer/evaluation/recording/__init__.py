"""Real exchanges with a model, kept so that they can be answered again without it.

storage         one readable file a recording, with repeated text stored once
exact_cassette  replay that answers each recorded request once, and nothing else
gate            the recordings of cases: which are still valid, how they are made and replayed
"""
