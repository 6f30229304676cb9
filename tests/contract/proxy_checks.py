"""A real proxy between our client and a TLS server: it tunnels, and sees no request."""

import re
import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager

from servers import Failure, accepts, emulator, environment, free_port, server, text, wait_for

JOB = "gqigvHhTu7ra"


def proxy(tools):
    """proxy.py carries our client's https request to the emulator behind TLS, and is not used on this machine."""
    host = socket.gethostname()
    certificate = make_certificate(tools, host)
    log = tools.scratch / "proxy.log"
    with (
        emulator(tools, tools.scratch / "emulator-tls.log") as variables,
        terminator(certificate, int(variables["NCLOUD_DATAFLOW_ENDPOINT"].rsplit(":", 1)[1])) as tls_port,
        real_proxy(tools, log) as (process, proxy_port),
        recorder(proxy_port) as (port, seen),
    ):
        keys = {name: value for name, value in variables.items() if "KEY" in name}
        proxies = {name: f"http://127.0.0.1:{port}" for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")}
        settings = {**keys, **proxies, "SSL_CERT_FILE": str(certificate)}

        listing = {**settings, "NCLOUD_DATAFLOW_ENDPOINT": f"https://{host}:{tls_port}"}
        demand(tools, listing)
        tunneled = b"".join(seen)
        expect(tunneled.startswith(f"CONNECT {host}:{tls_port} HTTP/1.1\r\n".encode()), "no CONNECT", tunneled)
        expect(b"GET " not in tunneled and b"x-ncp" not in tunneled.lower(), "a request in the clear", tunneled)
        expect(keys["NCLOUD_ACCESS_KEY_ID"].encode() not in tunneled, "the access key in the clear", tunneled)
        # The proxy writes the line after it has closed the tunnel, which may be after our client has ended.
        tunnel = re.compile(rf"CONNECT {re.escape(host)}:{tls_port}")
        wait_for("the tunnel in the proxy's log", lambda: tunnel.search(text(log)), process, log)

        for variable in (
            {**settings, "NCLOUD_DATAFLOW_ENDPOINT": variables["NCLOUD_DATAFLOW_ENDPOINT"]},
            {**settings, "NCLOUD_DATAFLOW_ENDPOINT": f"https://localhost:{tls_port}"},
            {**listing, "NO_PROXY": host},
        ):
            seen.clear()
            demand(tools, variable)
            expect(not seen, f"{variable['NCLOUD_DATAFLOW_ENDPOINT']} went through the proxy", b"".join(seen))
    return "1 tunnel, nothing in the clear; plain http, this machine and NO_PROXY go past the proxy"


def demand(tools, variables):
    command = [tools.cli, "execution", "list", JOB, "-o", "json"]
    done = subprocess.run(
        command, env=environment(tools.scratch, **variables), capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode != 0 or "jobExecutionId" not in done.stdout:
        raise Failure(f"the listing ended with {done.returncode}", done.stdout + done.stderr)


def expect(holds, message, details):
    if not holds:
        raise Failure(message, details if isinstance(details, str) else repr(details[:2000]))


def make_certificate(tools, host):
    """A certificate that is its own issuer. Its key is in a file next to it."""
    key, certificate = tools.scratch / "proxy-key.pem", tools.scratch / "proxy-certificate.pem"
    config = tools.scratch / "proxy-certificate.cnf"
    config.write_text(
        f"[req]\ndistinguished_name=name\nx509_extensions=server\nprompt=no\n[name]\nCN={host}\n"
        f"[server]\nbasicConstraints=critical,CA:FALSE\nsubjectAltName=DNS:{host},DNS:localhost\n",
        encoding="utf-8",
    )
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-config", str(config)]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    return certificate


@contextmanager
def real_proxy(tools, log):
    port = free_port()
    command = [tools.python("proxy"), "--hostname", "127.0.0.1", "--port", str(port), "--num-workers", "1"]
    with server(command, log, environment(tools.scratch)) as process:
        wait_for("proxy.py", lambda: accepts(port), process, log)
        yield process, port


@contextmanager
def terminator(certificate, target):
    """Takes TLS off, and passes everything on to a port. Gives its own port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("proxy-key.pem"))
    with relay(target, context.wrap_socket, lambda _: None) as port:
        yield port


@contextmanager
def recorder(target):
    """Passes everything on to a port. Gives its own port, and the list of what clients have sent."""
    seen = []
    with relay(target, lambda client, server_side: client, seen.append) as port:
        yield port, seen


@contextmanager
def relay(target, wrap, record):
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=exchange, args=(client,), daemon=True).start()

    def exchange(client):
        try:
            client = wrap(client, server_side=True)
            upstream = socket.create_connection(("127.0.0.1", target))
        except OSError:
            client.close()
            return
        threading.Thread(target=copy, args=(upstream, client, lambda _: None), daemon=True).start()
        copy(client, upstream, record)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()


def copy(source, target, record):
    try:
        while data := source.recv(65536):
            record(data)
            target.sendall(data)
    except OSError:
        pass
    finally:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
