"""Structural similarity of two grey pictures (Wang, Bovik, Sheikh, Simoncelli 2004)."""

from __future__ import annotations

import numpy
from scipy.ndimage import gaussian_filter

SIGMA = 1.5
RADIUS = 5
"""The window has 11 × 11 px, as in the paper."""

STABLE_MEAN = (0.01 * 255) ** 2
STABLE_VARIANCE = (0.03 * 255) ** 2


def ssim(one: numpy.ndarray, other: numpy.ndarray) -> float:
    """The mean over all whole windows; 1 for equal pictures."""
    one, other = one.astype(numpy.float32), other.astype(numpy.float32)
    mean_one, mean_other = windowed(one), windowed(other)
    variance_one = windowed(one * one) - mean_one**2
    variance_other = windowed(other * other) - mean_other**2
    covariance = windowed(one * other) - mean_one * mean_other
    likeness = (2 * mean_one * mean_other + STABLE_MEAN) * (2 * covariance + STABLE_VARIANCE)
    likeness /= mean_one**2 + mean_other**2 + STABLE_MEAN
    likeness /= variance_one + variance_other + STABLE_VARIANCE
    return float(likeness[RADIUS:-RADIUS, RADIUS:-RADIUS].mean(dtype=numpy.float64))


def windowed(picture: numpy.ndarray) -> numpy.ndarray:
    return gaussian_filter(picture, SIGMA, mode="reflect", radius=RADIUS)
