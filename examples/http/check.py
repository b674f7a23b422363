"""Subscribes on a page and gives its worker a push, over `akpush-inspector serve`. Python 3, and no package."""

import json
import os
import sys
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

BASE = os.environ.get("AKPUSH_URL", "http://127.0.0.1:4477")
SHOP = os.environ.get("SHOP_URL", "https://shop.example/")
BROWSER = os.environ.get("BROWSER", "chromium")

# A proxy has nothing to do with a server of this machine.
opener = build_opener(ProxyHandler({}))


def ask(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = Request(BASE + path, data, {"Content-Type": "application/json"}, method=method)
    try:
        with opener.open(request) as answer:
            return json.load(answer)
    except HTTPError as error:
        told = json.load(error)["error"]
        sys.exit(f"{told['code']}: {told['message']}")


session = ask("POST", "/sessions", {"url": SHOP, "browser": BROWSER})
path = f"/sessions/{session['id']}"
try:
    outcome = ask("POST", f"{path}/subscribe", {})
    print("outcome:", outcome["id"])
    diagnosis = ask("GET", f"{path}/diagnosis")
    print("verdict:", diagnosis["verdict"]["id"])
    print("findings:", " ".join(each["id"] for each in diagnosis["findings"]))
    if BROWSER == "chromium":
        shown = ask("POST", f"{path}/push", {"payload": {"title": "Sale"}})["shown"]
        print("shown:", len(shown))
    print("last:", ask("GET", f"{path}/outcome/initSubscription")["severity"])
finally:
    ask("DELETE", path)
