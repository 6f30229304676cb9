"""Writes a state file of the emulator with a month of plausible runs: run_state.py FILE

Daily, hourly and weekly jobs with durations of their own, one that grows, nights on which failures cluster, runs that
were canceled, one that is going, and names that try to break a page. Nothing is random: the same file each time. The
month ends at `UNTIL`, so a report of it needs `--since` and `--until`.
"""

import json
import sys
from datetime import datetime, timedelta, timezone

KOREA = timezone(timedelta(hours=9))
SINCE = datetime(2026, 10, 31, tzinfo=KOREA)
UNTIL = datetime(2026, 11, 30, 9, tzinfo=KOREA)

HOSTILE = [
    "<script>fetch('https://example.com/')</script>",
    '"><img src=https://example.com/x onerror=alert(1)>',
    "gpj.\u202eexe & 'quotes' \u2066",
    "</style><style>*{display:none}</style>",
]
# The night of a storage outage: what runs then, mostly fails.
OUTAGE = (datetime(2026, 11, 17, 1, tzinfo=KOREA), datetime(2026, 11, 17, 7, tzinfo=KOREA))

# Name, hours between two runs, first hour, usual minutes, share of failures.
JOBS = [
    ("nightly-etl", 24, 2, 42, 0.07),
    ("orders-hourly", 1, 0, 4, 0.02),
    ("customer-dedup", 24, 3, 18, 0.0),
    ("clickstream-compact", 6, 1, 27, 0.12),
    ("finance-month-close", 24 * 7, 5, 95, 0.2),
    ("매출-집계", 24, 4, 12, 0.03),
    ("ml-features", 12, 6, 66, 0.05),
    ("inventory-sync", 4, 2, 7, 0.3),
    ("a-job-with-a-rather-long-name-that-nobody-would-choose-but-everybody-has", 48, 9, 3, 0.0),
]
WITHOUT_RUNS = ["archive-2024", "sandbox"]


class Sequence:
    """Numbers from 0 to 1 that only depend on the seed: a linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) / 2**31


def date(moment):
    return moment.isoformat(timespec="seconds")


def letters(number, length=12):
    alphabet = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    sequence = Sequence(number * 7919 + 17)
    return "".join(alphabet[int(sequence.next() * len(alphabet))] for _ in range(length))


def job(number, name):
    return {
        "resource": {
            "jobId": letters(number),
            "name": name,
            "type": "VISUAL",
            "status": "RUNNABLE",
            "runCondition": {"numWorker": 2, "timeout": 360},
            "createdDate": "2026-09-01T10:00:00+09:00",
            "updatedDate": "2026-09-01T10:00:00+09:00",
        },
        "parameters": {},
    }


def execution(number, name, job_id, start, minutes, status, plan=None):
    end = start + timedelta(minutes=minutes)
    dates = {} if plan else {"startDate": date(start), "endDate": date(end), "status": status}
    return {
        "resource": {
            "jobExecutionId": letters(number),
            "jobId": job_id,
            "jobName": name,
            "jobCondition": {"numWorker": 2, "timeout": 360},
            "createdDate": date(start - timedelta(seconds=40)),
            "executorNum": 2,
            "parsedParameters": {},
            "type": "JOB",
            **dates,
        },
        "workflow": None,
        "plan": plan,
    }


def outcome(sequence, start, failures):
    if OUTAGE[0] <= start < OUTAGE[1]:
        failures = 0.85
    drawn = sequence.next()
    if drawn < failures:
        return "FAILED"
    return "CANCELED" if drawn > 0.985 else "COMPLETED"


def minutes(sequence, usual, status, progress, name):
    spread = 0.75 + 0.5 * sequence.next() + (1.2 if sequence.next() > 0.96 else 0)
    growth = 1 + 0.9 * progress if name == "ml-features" else 1
    share = {"FAILED": 0.1 + 0.8 * sequence.next(), "CANCELED": 0.4}.get(status, 1)
    return usual * spread * growth * share


def runs_of(number, name, every, first, usual, failures):
    sequence, made = Sequence(number + 1), []
    start = SINCE + timedelta(hours=first)
    while start < UNTIL - timedelta(hours=2):
        status = outcome(sequence, start, failures)
        progress = (start - SINCE) / (UNTIL - SINCE)
        jitter = timedelta(seconds=int(90 * sequence.next()))
        lasted = minutes(sequence, usual, status, progress, name)
        made.append((start + jitter, lasted, status))
        start += timedelta(hours=every)
    return made


def state():
    named = [*JOBS, *((name, 48, 11, 5, 0.25) for name in HOSTILE)]
    jobs = [job(number, row[0]) for number, row in enumerate(named)]
    jobs += [job(100 + number, name) for number, name in enumerate(WITHOUT_RUNS)]
    executions = []
    for number, row in enumerate(named):
        for start, lasted, status in runs_of(number, *row):
            executions.append(
                execution(1000 + len(executions), row[0], letters(number), start, lasted, status)
            )
    # It goes on until the year 2100, so that it is going whenever the file is read.
    going = UNTIL - timedelta(minutes=25)
    millis = int(going.timestamp() * 1000)
    plan = {"created": millis - 40_000, "started": millis, "ended": 4_102_444_800_000, "outcome": "COMPLETED"}
    executions.append(execution(999, "ml-features", letters(6), going, 0, "RUNNING", plan))
    executions.sort(key=lambda one: one["resource"]["createdDate"])
    return {
        "format": "ncloud-dataflow-emulator",
        "version": 1,
        "created": 5000,
        "jobs": jobs,
        "triggers": [],
        "workflows": [],
        "executions": executions,
    }


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(state(), file, ensure_ascii=False)
