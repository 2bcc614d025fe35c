"""What a page asks for while it is open, and what the browser complains about."""

from playwright.sync_api import Page


class Requests:
    """Notes what a page does from now on; the site it belongs to begins at `base`."""

    def __init__(self, page: Page, base: str) -> None:
        self._base = base
        self._found: list[str] = []
        page.on("request", lambda request: self._ask(request.url))
        page.on("requestfailed", lambda request: self._fail(request.url, str(request.failure)))
        page.on("response", lambda answer: self._answer(answer.url, answer.status))
        page.on("pageerror", lambda error: self._found.append(f"a script failed: {error}"))
        page.on("console", lambda message: self._hear(message.type, message.text))

    def faults(self) -> list[str]:
        """Requests to other hosts, failures, and violations of the policy, each once."""
        return list(dict.fromkeys(self._found))

    def _ask(self, url: str) -> None:
        if not url.startswith((self._base, "data:", "blob:")):
            self._found.append(f"asks another host: {url}")

    def _fail(self, url: str, why: str) -> None:
        if not why.endswith("net::ERR_ABORTED"):  # cut short by the next page
            self._found.append(f"asks in vain for {url}: {why}")

    def _answer(self, url: str, status: int) -> None:
        if status >= 400:
            self._found.append(f"asks in vain for {url}: {status}")

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._found.append(f"the browser complains: {text}")
