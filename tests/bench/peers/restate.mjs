// Restate is a server of its own, which keeps a journal and calls the handlers here for each step. Its
// ingress is asked directly; nothing of ours stands between.
// node restate.mjs DIRECTORY

import {spawn} from 'node:child_process';
import {openSync} from 'node:fs';
import {createRequire} from 'node:module';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import * as restate from '@restatedev/restate-sdk';
import {approval, done, steps} from './work.mjs';

const home = process.argv[2];

// The library wants this of Node 22.
Promise.withResolvers ??= function () {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, {resolve, reject}));
    return made;
};

async function free_port() {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}

const matterGoes = restate.service({
    name: 'ten-steps',
    handlers: {
        run: async (ctx, matter) => {
            for (const step of steps)
                await ctx.run(step, () => done(step, matter));
            return {matter};
        },
    },
});

const projectWaits = restate.workflow({
    name: 'approvals',
    handlers: {
        run: async (ctx) => await ctx.promise('approval'),
        approve: async (ctx) => {
            await ctx.promise('approval').resolve(approval(ctx.key));
        },
    },
});

const [endpoint, ingress, admin, node] =
    [await free_port(), await free_port(), await free_port(), await free_port()];
await restate.serve({
    services: [matterGoes, projectWaits],
    port: endpoint,
    logger: ({level}, ...words) => {
        if (level === 'error')
            console.error(...words);
    },
});

const require = createRequire(import.meta.url);
const kind = `@restatedev/restate-server-linux-${process.arch}`;
const binary = join(require.resolve(`${kind}/package.json`), '..', 'bin', 'restate-server');
const log = openSync(join(home, 'restate.log'), 'a');
// It ends with this process, however that ends.
const server = spawn('setpriv', ['--pdeathsig', 'KILL', binary, '--no-logo'], {
    stdio: ['ignore', log, log],
    env: {
        ...process.env,
        RESTATE_BASE_DIR: join(home, 'restate'),
        RESTATE_NODE_NAME: 'bench',
        RESTATE_LISTEN_MODE: 'tcp',
        RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
        RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
        RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
        RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
        RESTATE_DISABLE_TELEMETRY: 'true',
        RESTATE_LOG_FILTER: 'warn',
    },
});
server.on('exit', (code) => {
    console.error(`restate-server ended with ${code}; see restate.log`);
    process.exit(1);
});
process.on('SIGTERM', () => {
    server.removeAllListeners('exit');
    server.on('exit', () => process.exit(0));
    server.kill('SIGTERM');
});

/** Tells the server where the handlers are, as soon as it is up. */
async function register() {
    for (let tries = 0; tries < 300; ++tries) {
        const answer = await fetch(`http://127.0.0.1:${admin}/deployments`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({uri: `http://127.0.0.1:${endpoint}`}),
        }).catch(() => undefined);
        if (answer?.ok)
            return;
        if (answer)
            console.error(await answer.text());
        await wait(100);
    }
    throw new Error('restate-server does not come up');
}

await register();
console.log(`listening on http://127.0.0.1:${ingress}`);
