"""Scores briefs against labelled articles and says whether a difference is real.

    located_yaml  YAML whose complaints name file and line     cases       labelled articles, checked on loading
    annotations   what a brief or a label says, in one form    answers     a brief, or what came instead of one
    assignment    the best one-to-one pairs                    matching    which labels were found, and which are right
    fields        whether the fields of a pair agree           tallies     counts of one case, which can be added
    scores        counts → F1, shares, averages                statistics  intervals, paired tests
    makers        what a brief depends on                      results     answers as kept, one file a case
    suite         asks for one brief after the other           verdict     scores against thresholds and baseline

It needs the extra `evals` (numpy, scipy) and works on cases of one's own: `summarizer eval run --cases FOLDER`.
"""
