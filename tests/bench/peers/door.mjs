// The door of a peer: the same three requests over HTTP, each answered when its work is durable.
//
//   POST /ten-steps/ID           the matter goes through its ten steps
//   POST /approvals/ID           a matter is opened, and waits
//   POST /approvals/ID/approve   it is approved

import {createServer} from 'node:http';

function answer(response, status, body) {
    const text = JSON.stringify(body);
    response.writeHead(status, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
    });
    response.end(text);
}

async function attend(request, response, peer) {
    // Who sends a body waits until it was read.
    for await (const _ of request);
    const [, what, matter, then] = request.url.split('/');
    if (request.method === 'POST' && what === 'ten-steps' && matter && !then)
        await peer.tenSteps(matter);
    else if (request.method === 'POST' && what === 'approvals' && matter && !then)
        await peer.open(matter);
    else if (request.method === 'POST' && what === 'approvals' && matter && then === 'approve')
        await peer.approve(matter);
    else
        return answer(response, 404, {});
    answer(response, 201, {matter});
}

/** Says where it listens, and serves until it is ended. */
export function serve(peer) {
    const server = createServer((request, response) => {
        attend(request, response, peer).catch((fault) => {
            console.error(fault);
            answer(response, 500, {fault: String(fault)});
        });
    });
    server.keepAliveTimeout = 60_000;
    server.listen(0, '127.0.0.1', () => {
        console.log(`listening on http://127.0.0.1:${server.address().port}`);
    });
    process.on('SIGTERM', () => process.exit(0));
}
