from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.table.conftest import negotiations
from tests.table.small import acceptable, additive, undominated

import sulh.table.even as module
from sulh.table.diagram import diagrams
from sulh.table.even import even
from sulh.table.gains import Gauge
from sulh.table.measures import LEXIMIN, Gains, share
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import scale
from sulh.table.search import search

Vector = tuple[Fraction, ...]
