#!/usr/bin/env python3
"""What an expert would write instead: python-sgp4 and numpy, a sample every minute.

Usage: tally.py TLE_FILE SATELLITES_CSV CAPITALS_TSV [SGP4_FOLDER]

Counts, over 24 hours from 2020-11-25T00:00:00 UTC and above 5 degrees, the satellites of each system
over each capital, and prints as JSON how many capitals each system leads by the maximum and by the
mean, the sums of all counts, and how long the computing part took. SGP4_FOLDER is where a compiled python-sgp4 lies; without
it the one that python3 finds is used (Debian's runs in pure Python).
"""
import csv
import json
import sys
import time

if len(sys.argv) > 4:
    sys.path.insert(0, sys.argv[4])

import numpy as np
import sgp4.api
from sgp4.api import Satrec, SatrecArray, jday

STEP_SECONDS = 60
MASK = np.radians(5)


def element_sets(path):
    lines = open(path).read().splitlines()
    return {
        int(one[2:7]): (one, two)
        for one, two in zip(lines, lines[1:])
        if one.startswith("1 ") and two.startswith("2 ")
    }


def sites(path):
    """Positions (m) and zeniths of the capitals on WGS-84."""
    rows = [line.rstrip("\n").split("\t") for line in open(path) if not line.startswith("#")]
    latitude, longitude = np.radians(np.array([[float(r[-2]), float(r[-1])] for r in rows])).T
    up = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
    )
    a, f = 6378137.0, 1 / 298.257223563
    e2 = f * (2 - f)
    n = a / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    return np.stack([n * up[0], n * up[1], n * (1 - e2) * up[2]]), up


def sidereal_time(jd, fraction):
    """GMST 1982, radians, with UT1 = UTC."""
    t = (jd - 2451545.0 + fraction) / 36525
    seconds = 67310.54841 + (3164400184.812866 + (0.093104 - 6.2e-6 * t) * t) * t
    return np.radians(seconds % 86400 / 240)


def main():
    tles = element_sets(sys.argv[1])
    wanted = list(csv.DictReader(open(sys.argv[2])))
    site, up = sites(sys.argv[3])

    begin = time.perf_counter()
    satellites = SatrecArray([Satrec.twoline2rv(*tles[int(row["norad"])]) for row in wanted])
    jd0, fr0 = jday(2020, 11, 25, 0, 0, 0)
    fraction = fr0 + np.arange(0, 86400, STEP_SECONDS) / 86400
    jd = np.full_like(fraction, jd0)
    error, r, _ = satellites.sgp4(jd, fraction)
    assert not error.any()
    theta = sidereal_time(jd, fraction)
    x = (np.cos(theta) * r[..., 0] + np.sin(theta) * r[..., 1]) * 1000
    y = (np.cos(theta) * r[..., 1] - np.sin(theta) * r[..., 0]) * 1000
    z = r[..., 2] * 1000
    systems = np.array([row["system"] for row in wanted])
    names = sorted(set(systems))
    most = {name: [] for name in names}
    total = {name: [] for name in names}
    for s, u in zip(site.T, up.T):
        dx, dy, dz = x - s[0], y - s[1], z - s[2]
        in_view = dx * u[0] + dy * u[1] + dz * u[2] >= np.sin(MASK) * np.sqrt(dx * dx + dy * dy + dz * dz)
        for name in names:
            count = in_view[systems == name].sum(axis=0)
            most[name].append(count.max())
            total[name].append(count.sum())
    seconds = time.perf_counter() - begin

    def leads(values):
        one, other = (np.array(values[name]) for name in names)
        return {names[0]: int((one > other).sum()), names[1]: int((other > one).sum())}

    print(
        json.dumps(
            {
                "sgp4": sgp4.__version__ + (" compiled" if sgp4.api.accelerated else " pure Python"),
                "computing_s": round(seconds, 4),
                "leads": {"max": leads(most), "mean": leads(total)},
                "in_view": {name: int(sum(total[name])) for name in names},
            }
        )
    )


main()
