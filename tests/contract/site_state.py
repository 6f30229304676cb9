"""State files of the emulator for the checks of its site: a month of runs with graphs and hostile names, and many jobs."""

from datetime import timedelta

import run_state
from run_state import HOSTILE, date, execution, job, letters

TRIGGER = "trg000000001"
WORKFLOW = "wfl000000001"
# The run of run_state.py that goes on.
RUNNING = letters(999)
MARKUP = "<img src=x onerror=alert(1)>"
LONG = "x" * 300
NAMES = [MARKUP, "</script><script>alert(1)</script>", "abc\u202egnp.exe", LONG, "한국어-작업"]
CREATED = "2026-09-01T10:00:00+09:00"

# Pages, texts that each has to show, and whether one look is enough: it is of a kind that others are of, too.
PAGES = [
    ["/", [MARKUP, "한국어-작업", HOSTILE[0], "nightly-etl", "All runs"]],
    [f"/runs/{RUNNING}", ["running", "ml-features", "Difference from the last success"]],
    [f"/jobs/{letters(0)}", ["nightly-etl", MARKUP, "TRANSFORM_SELECT", "<b>numbers</b>"]],
    [f"/jobs/{letters(200)}", [MARKUP], True],
    [f"/jobs/{letters(203)}", [LONG], True],
    [f"/workflows/{WORKFLOW}", ["</style>nightly", "한국어-작업", "deleted"]],
    ["/docs", ["createJobExecution", "Control routes", "x-ncp-apigw-signature-v2"]],
]


def step(number, name, kind, parents, **fields):
    return {"type": kind, "id": number, "name": name, "parentNodeIds": parents, **fields}


def nodes():
    fields = [{"name": "id", "type": "string"}]
    place = {"regionNo": "1", "bucketName": "b", "prefix": "p", "dataType": "CSV", "fieldList": fields}
    return [
        step(1, "source", "SOURCE_OBS", [], **place),
        step(2, MARKUP, "TRANSFORM_SELECT", [1], fieldList=fields),
        step(3, LONG, "TRANSFORM_FILTER", [1], filterType="AND", filterConditionList=[]),
        step(4, "합치기", "TRANSFORM_UNION", [2, 3], unionType="ALL"),
        step(5, "target", "TARGET_OBS", [4], updateType="OVERWRITE", **place),
    ]


def node(resource, name, kind, parents):
    return {"id": resource, "name": name, "type": kind, "parentNodeIds": parents}


def state():
    made = run_state.state()
    made["jobs"][0]["resource"]["nodes"] = nodes()
    made["jobs"][0]["parameters"] = {"<b>numbers</b>": "1"}
    extra = [job(200 + number, name) for number, name in enumerate(NAMES)]
    made["jobs"] += extra
    for number, name in enumerate(NAMES):
        start = run_state.UNTIL - timedelta(minutes=3 * number + 3)
        made["executions"].append(execution(5000 + number, name, letters(200 + number), start, 2, "COMPLETED"))
    for one in made["executions"]:
        if one["resource"]["jobName"] == "nightly-etl":
            one["workflow"] = WORKFLOW
            one["resource"] |= {"triggerId": TRIGGER, "triggerName": MARKUP, "type": "WORKFLOW"}
    rule = {"type": "RECURRING", "interval": "DAY", "time": "08:00"}
    dates = {"createdDate": CREATED, "updatedDate": CREATED}
    trigger = {"triggerId": TRIGGER, "name": MARKUP, "type": "SCHEDULED", "triggerRule": rule, **dates}
    jobs = [(letters(0), "nightly-etl"), (letters(204), "한국어-작업"), ("gone", LONG)]
    graph = [node(TRIGGER, MARKUP, "TRIGGER", []), *(node(one, name, "JOB", [TRIGGER]) for one, name in jobs)]
    made["triggers"] = [{"resource": trigger}]
    made["workflows"] = [{"resource": {"workflowId": WORKFLOW, "name": "</style>nightly", "nodes": graph, **dates}}]
    return made


def many_jobs():
    made = run_state.state()
    made["jobs"] = [job(number, f"job-{number:04}") for number in range(1000)]
    made["executions"] = [
        execution(2000 + 40 * number + run, f"job-{number:04}", letters(number), moment(run), 5, "COMPLETED")
        for number in range(1000)
        for run in range(35 if number < 60 else 1)
    ]
    made["executions"].sort(key=lambda one: one["resource"]["createdDate"])
    return made


def moment(run):
    return run_state.UNTIL - timedelta(hours=run + 1)
