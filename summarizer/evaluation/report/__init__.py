"""Views of one verdict: terminal, JSON, JUnit, Markdown, HTML.

formats   numbers as they are shown       tables    what is shown, once for all views
written   terminal, Markdown, JSON        junit     for CI
marking   passages at their place         page      one HTML file without network
"""
