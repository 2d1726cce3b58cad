// OpenWorkflow keeps each step in PostgreSQL, and its worker asks there for work. Whoever waits for a
// run would ask again every second; here the run itself says when its last step is durable.
// node openworkflow.mjs URL-OF-A-DATABASE

import {setTimeout as wait} from 'node:timers/promises';
import {OpenWorkflow} from 'openworkflow';
import {BackendPostgres} from 'openworkflow/postgres';
import {url_with_variables} from './database.mjs';
import {serve} from './door.mjs';
import {approval, done, steps} from './work.mjs';

const backend = await BackendPostgres.connect(url_with_variables(process.argv[2]));
const house = new OpenWorkflow({backend});
const waiting = new Map();

const matterGoes = house.defineWorkflow({name: 'matter'}, async ({input, step}) => {
    for (const name of steps)
        await step.run({name}, async () => done(name, input.matter));
    waiting.get(input.matter)?.();
});

const projectWaits = house.defineWorkflow({name: 'project'}, async ({input, step}) =>
    await step.waitForSignal({name: 'approved', signal: input.matter, timeout: '1h'}));

await house.newWorker({concurrency: 32}).start();

serve({
    async tenSteps(matter) {
        const over = new Promise((resolve) => waiting.set(matter, resolve));
        await matterGoes.run({matter});
        await over;
        waiting.delete(matter);
    },
    async open(matter) {
        await projectWaits.run({matter});
    },
    async approve(matter) {
        // A signal that nobody waits for yet is dropped: the run may not have been taken up.
        for (;;) {
            const sent = await house.sendSignal({signal: matter, data: approval(matter)});
            if (sent.workflowRunIds.length > 0)
                return;
            await wait(5);
        }
    },
});
