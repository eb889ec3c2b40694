"""Turns the raw results of benchmarks/run into a table with ratios.

Usage: summary.py RESULTS_FOLDER CAPITALS_CSV CAPITALS_SAMPLED_CSV
"""
import csv
import json
import os
import statistics
import sys

folder, capitals, capitals_sampled = sys.argv[1:]

# Of all looks at a satellite, those that a metre may turn, which is what Skytally's interpolation may
# be off by: how high a satellite stands over a cell's plane spreads over twice its distance from the
# Earth's centre, 26,600 km and more, so one look in 2.6e7 is within a metre on either side.
SHARE_UNSURE = 1 / 2.6e7


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


environment = open(os.path.join(folder, "environment.txt")).read().strip()
print("# Results\n")
for line in environment.splitlines():
    if line.startswith("not idle"):
        print(f"**The machine was {line}; its seconds are not to be trusted, its ratios with care.**\n")
print(f"```\n{environment}\n```\n")

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
numpy = [n for n in (load("numpy-compiled.json"), load("numpy-compiled-again.json")) if n]
by_threads = {dict(key[1:])["threads"]: ms for key, ms in study.items()}
detectors = {dict(key[1:])["threads"]: ms for key, ms in orekit.items()}
row("warm", "threads", "value", "beside", "its threads", "ratio")
row("---", "---:", "---:", "---:", "---:", "---:")
for threads, day in by_threads.items():
    theirs = detectors[threads]
    row("study, one day", threads, f"{day:.2f} ms", f"Orekit's detectors {theirs:.0f} ms", threads, f"{theirs / day:.0f}")
for threads, day in by_threads.items():
    if numpy:
        best = min(n["computing_s"] for n in numpy) * 1000
        row("study, one day", threads, f"{day:.2f} ms", f"numpy, compiled SGP4, computing part {best:.0f} ms", 1, f"{best / day:.1f}")
if not numpy:
    row("", "", "", "numpy, compiled SGP4: not run", "", "")
row("margin loop", 1, f"{margins:.3f} ns a test", f"C {c:.3f} ns", 1, f"{margins / c:.2f}")
row("kernel with crossings", 1, f"{sweep:.2f} ns a test", "", "", "")
for key, ms in jmh("dop.json").items():
    threads = dict(key[1:])["threads"]
    row("dilution of precision, every minute", threads, f"{ms:.1f} ms", "", "", "")
row("propagation", 1, f"{fly:.2f} us a satellite and node", "", "", "")

world = jmh("world.json")
world_c = [load(n) for n in ("world-c.json", "world-c-again.json")]
best_c = min(c["all_rows_s"] for c in world_c)
print(
    "\nThe world: 720 x 1440 cells, 74 satellites, 1440 minutes. C looks from every cell "
    f"(means and lead, on two threads, {world_c[0]['rows_done']} of 720 rows, scaled; the better of two runs):\n"
)
row("warm", "threads", "ms", "10^9 cell tests a second", "C, 2 threads, s", "C over ours")
row("---", "---:", "---:", "---:", "---:", "---:")
for key, ms in world.items():
    p = dict(key[1:])
    row(
        p["figures"], p["threads"], f"{ms:.0f}", f"{720 * 1440 * 74 * 1440 / ms / 1e6:.0f}",
        f"{best_c:.1f}", f"{best_c * 1000 / ms:.0f}",
    )
two = {dict(k[1:])["figures"]: ms for k, ms in world.items() if dict(k[1:])["threads"] == "2"}
halves = jmh("world-columns.json").values()
columns = sum(halves) / len(halves)
print(f"\n- twice the columns at as many rows: {100 * (columns / two['mean'] - 1):+.0f} % on the means")
print(f"- whole process with a picture: {once['world']['picture']['s']:.2f} s, {once['world']['picture']['peak_mb']} MB (median of 5)")
print(f"- 0.05 degrees, whole process: {once['world']['finest']['s']:.1f} s, {once['world']['finest']['peak_mb']} MB")
tiff = once["world"]["finest_tiff"]
print(f"- 0.05 degrees as a GeoTIFF of {tiff['mb']} MB, whole process: {tiff['s']:.1f} s, {tiff['peak_mb']} MB")

dop_c, dop, dop_fine = ([load(f"{n}-{run}.json") for run in (1, 2, 3)] for n in ("world-dop-c", "world-dop", "world-dop-fine"))
ns_c, ns, ns_fine = (sorted(r["ns_per_dop"] for r in runs)[1] for runs in (dop_c, dop, dop_fine))
print(f"- dilution of precision, {dop[0]['rows']} rows at 0.25 degrees, one thread, median of 3: "
      f"{ns:.1f} ns for each PDOP with HDOP, VDOP and statistics; C {ns_c:.1f} ns, {ns_c / ns:.1f} times ours")
print(f"- the same at 0.05 degrees: {ns_fine:.1f} ns")

print("\nGrowth (warm; two systems are GPS and BeiDou in operation, six have all that are in orbit or an even choice of them):\n")
row("sites", "days", "systems", "satellites", "threads", "ms", "us a site and day", "ns a site, day and satellite")
row(*["---:"] * 8)
speedups = {}
for name in ("study.json", "growth-sites.json", "growth-days.json", "growth-satellites.json"):
    for key, ms in jmh(name).items():
        p = dict(key[1:])
        us = ms * 1000 / int(p["sites"]) / int(p["days"])
        row(
            p["sites"], p["days"], p["systems"], p["satellites"], p["threads"], f"{ms:.2f}",
            f"{us:.2f}", f"{us * 1000 / int(p['satellites']):.0f}",
        )
        speedups.setdefault((p["sites"], p["days"], p["systems"], p["satellites"]), {})[p["threads"]] = ms
for (sites, days, systems, satellites), of_threads in speedups.items():
    if len(of_threads) == 2:
        print(f"\n2 threads are {of_threads['1'] / of_threads['2']:.2f} x of 1 at {sites} sites.")



def tally(path):
    """Capitals led, and the sums of all samples' counts, of Skytally's CSV."""
    rows = list(csv.DictReader(open(path)))
    return {
        "leads": {m: {s: sum(r["leader_" + m] == s for r in rows) for s in ("BDS", "GPS")} for m in ("max", "mean")},
        "in_view": {s: sum(round(float(r[s + "_mean"]) * 1440) for r in rows) for s in ("BDS", "GPS")},
    }


differ = []


def compare(what, ours, theirs, tests):
    """Sums of looks, which may differ by those that are unsure."""
    most = tests * SHARE_UNSURE
    print(f"- {what}: {theirs}; Skytally {ours}; may differ by {most:.0f}")
    if any(abs(o - t) > most for o, t in zip(ours, theirs)):
        differ.append(what)


print("\nThe same answers: capitals led by GPS and BeiDou.\n")
sampled = tally(capitals_sampled)
print(f"- Skytally, exact: {tally(capitals)['leads']}")
print(f"- Skytally, every minute: {sampled['leads']}")
for name in ("pure", "compiled"):
    peer = load(f"numpy-{name}.json")
    if peer:
        print(f"- numpy, SGP4 {peer['sgp4']}, every minute: {peer['leads']}")
        if peer["leads"] != sampled["leads"]:
            differ.append(f"capitals led, numpy with {name} SGP4")

print("\nThe same answers: sums over all places and minutes, of GPS and BeiDou.\n")
for name in ("pure", "compiled"):
    peer = load(f"numpy-{name}.json")
    if peer:
        ours, theirs = ([n["in_view"][s] for s in ("GPS", "BDS")] for n in (sampled, peer))
        compare(f"in view of capitals, numpy with {name} SGP4", ours, theirs, 195 * 1440 * 74)
world_rows = load("world-rows.json")
for figure in ("in_view", "ahead"):
    compare(
        f"{figure.replace('_', ' ')}, {world_rows['rows_done']} rows of the world, C",
        world_rows[figure], world_c[0][figure], world_c[0]["tests"],
    )
for figure, most in (("positions", 0), ("pdop_mean", 1e-4)):
    ours, theirs = dop[0][figure], dop_c[0][figure]
    print(f"- {figure.replace('_', ' ')} of {dop[0]['rows']} rows, C: ours {ours}, C {theirs}")
    if any(abs(a / b - 1) > most for a, b in zip(ours, theirs)):
        differ.append(f"{figure} of the rows, C")
if differ:
    sys.exit("the answers differ: " + "; ".join(differ))
