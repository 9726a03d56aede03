"""A real mail server (aiosmtpd) that misbehaves on request, for tests: mail_server.py FOLDER MODE.

Says its port on the first line. What it takes is kept as FOLDER/<n>.eml. Who a letter goes to tells
what happens to it; MODE is plain, refuse (a greeting of 554), tls (STARTTLS and a password asked) or
login (a password asked in two lines of their own, without TLS) or slow (0.8 s for each answer).
"""
import asyncio
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder, mode = sys.argv[1], sys.argv[2]


async def dawdle():
    if mode == "slow":
        await asyncio.sleep(0.8)


class Handler:
    kept = connections = 0
    grey = set()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        await dawdle()
        Handler.connections += 1
        with open(f"{folder}/connections", "w") as file:
            file.write(str(Handler.connections))
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        await dawdle()
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        await dawdle()
        who = address.split("@")[0]
        answers = {
            "nobody": "550 5.1.1 no such user " + address,
            "gone": "550 not here",
            "moved": "551 user not local",
            "misspelt": "553 not the name of a mailbox",
            "relay": "550 5.7.1 we do not relay for you",
            "closed": "550 Relaying denied",
            "manifold": "550-We do not relay for you,\r\n550 ask whoever lets you into the net",
            "unproven": "550 Authentication is required",
            "stranger": "530 who are you?",
            "listed": "550 your machine is BLOCKED",
            "much": "552 too much for now",
            "overfull": "552 5.2.2 over quota",
            "full": "452 4.2.2 mailbox full",
        }
        if who == "grey" and who not in Handler.grey:
            Handler.grey.add(who)
            return "451 4.7.1 come back later"
        if who in answers:
            return answers[who]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        who = envelope.rcpt_tos[0].split("@")[0]
        if who == "spam":
            return "554 5.7.0 we do not like what it says"
        Handler.kept += 1
        with open(f"{folder}/{Handler.kept}.eml", "wb") as file:
            file.write(envelope.original_content)
        await dawdle()
        if who == "hang":
            await asyncio.sleep(30)
        if who == "drop":
            server.transport.abort()
        return "250 2.0.0 taken as %d" % Handler.kept


def authenticate(server, session, envelope, mechanism, data):
    given = (data.login.decode(), data.password.decode())
    return AuthResult(success=given == ("taydo", "a secret"), handled=False)


def certificate():
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
         f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
    return context


class Refusing(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"554 no mail service here\r\n")
        transport.close()


def protocol(context):
    if mode == "refuse":
        return Refusing()
    if mode == "tls":
        return SMTP(Handler(), enable_SMTPUTF8=False, tls_context=context, require_starttls=True,
                    authenticator=authenticate, auth_required=True)
    if mode == "login":
        return SMTP(Handler(), enable_SMTPUTF8=False, authenticator=authenticate,
                    auth_required=True, auth_require_tls=False, auth_exclude_mechanism=["PLAIN"])
    return SMTP(Handler(), enable_SMTPUTF8=False)


async def serve():
    context = certificate() if mode == "tls" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: protocol(context), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


asyncio.run(serve())
