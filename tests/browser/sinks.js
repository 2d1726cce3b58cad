// The other sides of what leaves the house: a mail server that takes every letter, and a receiver
// of events. Both on free ports of 127.0.0.1.
import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';

function listen(server, port = 0) {
    return new Promise((ready, failed) => {
        server.once('error', failed);
        server.listen(port, '127.0.0.1', () => {
            server.off('error', failed);
            ready(server.address().port);
        });
    });
}

/** "=?UTF-8?B?...?= =?UTF-8?B?...?=" in words (RFC 2047). */
function decodeWords(text) {
    return text.replace(/\?=\s+=\?/g, '?==?')
        .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, code) => Buffer.from(code, 'base64').toString('utf8'));
}

/** A message as it came over the line: its headers in lower case, subject and text in words. */
function parseLetter(envelope, message) {
    const end = message.indexOf('\r\n\r\n');
    const headers = {};
    for (const line of message.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
        const colon = line.indexOf(':');
        headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    return {
        ...envelope,
        headers,
        subject: decodeWords(headers.subject ?? ''),
        text: Buffer.from(message.slice(end + 4), 'base64').toString('utf8'),
    };
}

/** SMTP as far as it is needed (RFC 5321). `letters`: what came, in order. */
export async function startMailSink() {
    const letters = [];
    const open = new Set();
    const server = net.createServer((socket) => {
        open.add(socket);
        socket.on('close', () => open.delete(socket));
        socket.on('error', () => socket.destroy());
        let unread = '';
        let envelope = {};
        let message = null; // lines, while a message is coming
        const say = (words) => socket.write(`${words}\r\n`);
        const hear = (line) => {
            if (message !== null) {
                if (line !== '.')
                    return message.push(line.startsWith('.') ? line.slice(1) : line);
                letters.push(parseLetter(envelope, message.join('\r\n')));
                message = null;
                envelope = {};
                return say('250 taken');
            }
            const command = line.toUpperCase();
            if (command.startsWith('MAIL FROM:'))
                envelope.from = line.match(/<(.*?)>/)[1];
            if (command.startsWith('RCPT TO:'))
                envelope.to = line.match(/<(.*?)>/)[1];
            if (command === 'DATA') {
                message = [];
                return say('354 go on');
            }
            if (command === 'QUIT') {
                say('221 bye');
                return socket.end();
            }
            return say('250 well');
        };
        socket.setEncoding('latin1');
        socket.on('data', (bytes) => {
            unread += bytes;
            for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
                const line = unread.slice(0, end);
                unread = unread.slice(end + 2);
                hear(line);
            }
        });
        say('220 here');
    });
    const port = await listen(server);
    return {
        address: `smtp://127.0.0.1:${port}`,
        letters,
        to: (address) => letters.filter((one) => one.to === address),
        close: () => new Promise((done) => {
            server.close(done);
            for (const socket of open)
                socket.destroy();
        }),
    };
}

/** Takes what is posted. Closed, it refuses connections until it is opened again at its address. */
export async function startEventSink() {
    const events = [];
    const server = http.createServer((request, response) => {
        const parts = [];
        request.on('data', (bytes) => parts.push(bytes));
        request.on('end', () => {
            events.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
            response.writeHead(204).end();
        });
    });
    const port = await listen(server);
    return {
        address: `http://127.0.0.1:${port}/events`,
        events,
        open: () => listen(server, port),
        close: () => new Promise((done) => {
            server.close(done);
            server.closeAllConnections();
        }),
    };
}

/** Whether an event is signed with these bytes, as Standard Webhooks describes. */
export function isSigned(event, secret) {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given } = event.headers;
    const hash = createHmac('sha256', secret).update(`${id}.${at}.${event.body}`).digest('base64');
    const expected = Buffer.from(`v1,${hash}`);
    const named = Buffer.from(given ?? '');
    return named.length === expected.length && timingSafeEqual(named, expected);
}
