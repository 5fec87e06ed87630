"""Scores briefs against labelled articles and says whether a difference is real.

    located_yaml  YAML whose complaints name file and line      annotations  what a brief, or a label, says: one form
    cases         labelled articles, checked on loading         answers      a brief, or what came instead of one
    matching      found and right: items aligned one to one     fields       how well the fields of found items agree
    tallies       counts of one case                            scores       counts → F1, shares, averages
    statistics    intervals, paired tests                       results      one file a case; what is there is not asked again
    suite         asks the model, case by case                  verdict      scores against thresholds and baseline

It needs the extra `evals` (numpy, scipy) and works on cases of one's own: `summarizer eval run --cases FOLDER`.
"""
