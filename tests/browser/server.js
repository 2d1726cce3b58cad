// Makes demo data in a directory of its own and serves it for the whole run. The address comes
// from the line that the server prints: "listening on http://127.0.0.1:PORT".
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const slowest_start_ms = 30_000;

/** The address that a server prints when it listens. */
export function addressOf(server) {
    return new Promise((found, failed) => {
        let said = '';
        const timer = setTimeout(
            () => failed(new Error(`the server named no address; it said:\n${said}`)),
            slowest_start_ms);
        const hear = (bytes) => {
            said += bytes;
            const line = said.match(/listening on (http:\/\/[\d.]+:\d+)/);
            if (line) {
                clearTimeout(timer);
                found(line[1]);
            }
        };
        server.stdout.on('data', hear);
        server.stderr.on('data', hear);
        server.on('error', failed);
        server.on('exit', (code) => {
            clearTimeout(timer);
            failed(new Error(`the server ended with ${code}; it said:\n${said}`));
        });
    });
}

/** A port of 127.0.0.1 on which nobody listens. */
export async function freePort() {
    const probe = createServer();
    await new Promise((ready) => probe.listen(0, '127.0.0.1', ready));
    const { port } = probe.address();
    await new Promise((done) => probe.close(done));
    return port;
}

/**
 * Where juece keeps a new record, as its arguments: in the data directory, or in a new database of
 * the server that JUECE_TEST_POSTGRESQL names (tests/on_postgresql).
 */
export async function newRecord() {
    const server = process.env.JUECE_TEST_POSTGRESQL;
    if (!server)
        return [];
    const name = `juece_browser_${randomBytes(8).toString('hex')}`;
    await promisify(execFile)('psql', ['--no-psqlrc', '--quiet', server, '--command',
        `create database ${name}`]);
    return ['--database', server.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`)];
}

/** Ends a server that was started, if it still runs, and waits for it. */
export async function stopServer(server) {
    if (!server || server.exitCode !== null || server.signalCode !== null)
        return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
}

export default async function serve() {
    const juece = process.env.JUECE_BINARY;
    if (!juece)
        throw new Error('JUECE_BINARY is not set; start the tests with ./dev test browser');

    const place = await mkdtemp(path.join(tmpdir(), 'juece-browser-'));
    const data = path.join(place, 'data');
    let server;
    const stop = async () => {
        await stopServer(server);
        await rm(place, { recursive: true, force: true });
    };
    try {
        const record = await newRecord();
        await promisify(execFile)(juece, ['demo', '--data', data, ...record],
            { maxBuffer: 64 * 1024 * 1024 });
        server = spawn(juece, ['serve', '--data', data, ...record, '--listen', '127.0.0.1:0'],
            { stdio: ['ignore', 'pipe', 'pipe'] });
        process.env.JUECE_URL = await addressOf(server);
        process.env.JUECE_DATA = data;
        process.env.JUECE_RECORD = JSON.stringify(record);
    } catch (fault) {
        await stop();
        throw fault;
    }
    return stop;
}
