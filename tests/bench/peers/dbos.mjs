// DBOS keeps each step in PostgreSQL. Workflows run in this process, which is how its library is
// meant to be used; one that waits stays in memory.
// node dbos.mjs URL-OF-A-DATABASE

import {DBOS} from '@dbos-inc/dbos-sdk';
import {url_with_host} from './database.mjs';
import {serve} from './door.mjs';
import {approval, done, steps} from './work.mjs';

const an_hour = 3_600;

const matterGoes = DBOS.registerWorkflow(async (matter) => {
    for (const step of steps)
        await DBOS.runStep(async () => done(step, matter), {name: step});
}, {name: 'matter'});

const projectWaits = DBOS.registerWorkflow(
    async () => await DBOS.recv('approval', an_hour), {name: 'project'});

DBOS.setConfig({
    name: 'juece-bench',
    systemDatabaseUrl: url_with_host(process.argv[2]),
    systemDatabasePoolSize: 32,
    logLevel: 'error',
});
await DBOS.launch();

serve({
    async tenSteps(matter) {
        const begun = await DBOS.startWorkflow(matterGoes, {workflowID: matter})(matter);
        await begun.getResult();
    },
    async open(matter) {
        await DBOS.startWorkflow(projectWaits, {workflowID: matter})();
    },
    async approve(matter) {
        await DBOS.send(matter, approval(matter), 'approval');
    },
});
