"""Bounds of the examples that CI tries: always the same, and as many as two cores take in half a minute."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "fuzz", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
