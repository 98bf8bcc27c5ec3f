"""A few rows that come close to many vectors: what a cover is chosen and measured by.

Distance from a vector to a row is how far the row is below it for the party for which it is most, as a share
of that party's ideal gain. Rows are chosen where the distance is largest (Gonzalez, "Clustering to minimize
the maximum intercluster distance", 1985), first by a sample of the vectors, then by all.
"""

from math import ceil

import numpy as np
import numpy.typing as npt

Shares = npt.NDArray[np.float32]
"""Gains as shares of ideal gains, a row for each party."""

ROUNDING = 1e-6
"""More than the rounding of shares of at most a few units can amount to."""

_SAMPLE = 40_000
_FIRST = 0.85
"""Share of the rows that is chosen by the sample, where it is not all vectors."""

_LOOK = 8
"""Rows after which the vectors that are near enough are left out."""


def spread(vectors: Shares, rows: Shares, most: int) -> tuple[list[int], float]:
    """Choose at most so many rows.

    Args:
        vectors: to which rows shall come near.
        rows: to choose from.
        most: at least 1.

    Returns:
        The places of the rows, and a share which the distance of no vector exceeds.
    """
    part = ceil(vectors.shape[1] / _SAMPLE)
    some = vectors[:, ::part]
    far = np.full(some.shape[1], np.inf, dtype=np.float32)
    chosen: list[int] = []
    _add(some, far, rows, chosen, most if part == 1 else ceil(most * _FIRST))
    # The sample is among the vectors: what is no farther than its farthest does not matter.
    least = far.max()
    distances = np.full(vectors.shape[1], np.inf, dtype=np.float32)
    for number, row in enumerate(chosen, 1):
        np.minimum(distances, _distances(vectors, rows[:, row]), out=distances)
        if number % _LOOK == 0:
            open_ = distances > least
            vectors, distances = vectors[:, open_], distances[open_]
    _add(vectors, distances, rows, chosen, most)
    return chosen, max(float(max(distances.max(initial=0), least)), 0.0) + ROUNDING


def _add(vectors: Shares, distances: Shares, rows: Shares, chosen: list[int], most: int) -> None:
    """Choose the row nearest to the farthest vector, again and again, and bring the distances up to date."""
    while len(chosen) < most and distances.size:
        farthest = int(distances.argmax())
        row = int(_distances(vectors[:, farthest], rows).argmin())
        if row in chosen:
            return
        chosen.append(row)
        np.minimum(distances, _distances(vectors, rows[:, row]), out=distances)


def _distances(vectors: Shares, rows: Shares) -> Shares:
    """Return the distance of each vector from a row, or of one vector from each row."""
    most: Shares = vectors[0] - rows[0]
    for party in range(1, len(vectors)):
        np.maximum(most, vectors[party] - rows[party], out=most)
    return most
