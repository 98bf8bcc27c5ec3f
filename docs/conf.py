"""How Sphinx builds these pages: `make docs`."""

from importlib import metadata

project = "sulh"
author = "The sulh authors"
copyright = author
release = metadata.version("sulh")

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "sulh"
