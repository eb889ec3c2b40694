"""Turns the raw results of benchmarks/run into a table with ratios.

Usage: summary.py RESULTS_FOLDER CAPITALS_CSV
"""
import csv
import json
import os
import statistics
import sys

folder, capitals = sys.argv[1:]


def load(name):
    path = os.path.join(folder, name)
    return json.load(open(path)) if os.path.exists(path) else None


def jmh(name):
    """Median of all iterations of all forks, by benchmark and parameters."""
    out = {}
    for run in load(name):
        values = [v for fork in run["primaryMetric"]["rawData"] for v in fork]
        key = (run["benchmark"].split(".")[-1], *sorted((run.get("params") or {}).items()))
        out[key] = statistics.median(values)
    return out


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


print("# Results\n")
print("```")
print(open(os.path.join(folder, "environment.txt")).read().strip())
print("```\n")

processes = {r["command"]: r["median"] for r in load("processes.json")["results"]}
once = load("memory-and-year.json")
print("Whole processes, one day, 195 capitals, GPS and BeiDou (medians of 30; memory and first run once;")
print("year: median of 3):\n")
row("process", "seconds", "of numpy, pure Python SGP4", "of numpy, compiled SGP4", "peak MB")
row("---", "---:", "---:", "---:", "---:")
for name, seconds in processes.items():
    compiled = processes.get("numpy-compiled")
    row(
        name,
        f"{seconds:.3f}",
        f"{seconds / processes['numpy-pure']:.3f}",
        f"{seconds / compiled:.2f}" if compiled else "not run",
        once[name]["day"]["peak_mb"] if name in once else "",
    )
print()
for name in ("jdk17", "jdk25"):
    if name in once:
        year = once[name]["year"]
        print(f"- {name}, 365 days as a whole process: {year['s']:.2f} s, {year['peak_mb']} MB")
print(f"- first run after the build, jdk17: {load('first-run.json')['s']:.2f} s")
print(f"- the report's page, six systems: {once['page']['s']:.2f} s, {once['page']['mb']} MB (median of 5)\n")

kernel, study, orekit = jmh("kernel.json"), jmh("study.json"), jmh("orekit.json")
margins = next(v for k, v in kernel.items() if k[0] == "margins")
sweep = next(v for k, v in kernel.items() if k[0] == "sweep")
fly = next(v for k, v in kernel.items() if k[0] == "flyAll")
c = load("margins-c.json")["ns_per_test"]
day = next(iter(study.values()))
detectors = next(iter(orekit.values()))
row("warm", "value", "beside", "ratio")
row("---", "---:", "---:", "---:")
row("study, one day, 2 threads", f"{day:.2f} ms", f"Orekit's detectors {detectors:.0f} ms", f"{detectors / day:.0f}")
numpy = [load(n) for n in ("numpy-compiled.json", "numpy-compiled-again.json")]
if all(numpy):
    best = min(n["computing_s"] for n in numpy) * 1000
    row("", "", f"numpy, compiled SGP4, computing part {best:.0f} ms", f"{best / day:.1f}")
else:
    row("", "", "numpy, compiled SGP4: not run", "")
row("margin loop", f"{margins:.3f} ns a test", f"C {c:.3f} ns", f"{margins / c:.2f}")
row("kernel with crossings", f"{sweep:.2f} ns a test", "", "")
for key, ms in jmh("dop.json").items():
    threads = dict(key[1:])["threads"]
    row(f"dilution of precision, every minute, threads: {threads}", f"{ms:.1f} ms", "", "")
row("propagation", f"{fly:.2f} us a satellite and node", "", "")

world = jmh("world.json")
world_c = [load(n) for n in ("world-c.json", "world-c-again.json")]
best_c = min(c["all_rows_s"] for c in world_c)
print(
    "\nThe world: 720 x 1440 cells, 74 satellites, 1440 minutes. C looks from every cell "
    f"(two threads, {world_c[0]['rows_done']} of 720 rows, scaled; the better of two runs):\n"
)
row("warm", "threads", "ms", "10^9 cell tests a second", "C, s", "C over ours")
row("---", "---:", "---:", "---:", "---:", "---:")
for key, ms in world.items():
    p = dict(key[1:])
    row(
        p["figures"], p["threads"], f"{ms:.0f}", f"{720 * 1440 * 74 * 1440 / ms / 1e6:.0f}",
        f"{best_c:.1f}", f"{best_c * 1000 / ms:.0f}",
    )
two = {dict(k[1:])["figures"]: ms for k, ms in world.items() if dict(k[1:])["threads"] == "2"}
columns = next(iter(jmh("world-columns.json").values()))
print(f"\n- twice the columns at the same rows: {100 * (columns / 2 / two['mean'] - 1):+.0f} % on the means")
print(f"- whole process with a picture: {once['world']['picture']['s']:.2f} s, {once['world']['picture']['peak_mb']} MB (median of 5)")
print(f"- 0.05 degrees, whole process: {once['world']['finest']['s']:.1f} s, {once['world']['finest']['peak_mb']} MB")

print("\nGrowth (warm; two systems are GPS and BeiDou in operation, six have all that are in orbit or an even choice of them):\n")
row("sites", "days", "systems", "satellites", "threads", "ms", "us a site and day", "ns a site, day and satellite")
row(*["---:"] * 8)
speedups = {}
for name in ("growth-sites.json", "growth-days.json", "growth-satellites.json"):
    for key, ms in jmh(name).items():
        p = dict(key[1:])
        us = ms * 1000 / int(p["sites"]) / int(p["days"])
        row(
            p["sites"], p["days"], p["systems"], p["satellites"], p["threads"], f"{ms:.2f}",
            f"{us:.2f}", f"{us * 1000 / int(p['satellites']):.0f}",
        )
        speedups.setdefault((p["sites"], p["days"], p["systems"], p["satellites"]), {})[p["threads"]] = ms
for (sites, days, systems, satellites), by_threads in speedups.items():
    if len(by_threads) == 2:
        print(f"\n2 threads are {by_threads['1'] / by_threads['2']:.2f} x of 1 at {sites} sites.")

rows = list(csv.DictReader(open(capitals)))
peers = {"pure": load("numpy-pure.json"), "compiled": load("numpy-compiled.json")}
print("\nThe same answer: capitals led, Skytally exact, numpy every minute.\n")
for metric in ("max", "mean"):
    ours = {s: sum(r["leader_" + metric] == s for r in rows) for s in ("BDS", "GPS")}
    print(f"- {metric}: Skytally {ours}")
    for name, peer in peers.items():
        if peer:
            theirs = peer["leads"][metric]
            print(f"- {metric}: numpy, {name} SGP4 {theirs}")
            if any(abs(ours[s] - theirs[s]) > 3 for s in ours):
                sys.exit("the answers differ by more than sampling explains")
