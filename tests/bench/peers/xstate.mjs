// xstate keeps nothing: its snapshot is saved in SQLite after each step. A matter that waits is out
// of memory and comes back from its snapshot, as after a restart.
// node xstate.mjs DIRECTORY

import {join} from 'node:path';
import {assign, createActor, setup} from 'xstate';
import {serve} from './door.mjs';
import {Snapshots} from './snapshots.mjs';
import {approval, done, steps} from './work.mjs';

const kept = new Snapshots(join(process.argv[2], 'xstate.sqlite'));

const noted = {note: assign({results: ({context, event}) => [...context.results, event.result]})};
const machine = (id, waiting, event) =>
    setup({actions: noted}).createMachine({
        id,
        initial: waiting[0],
        context: {results: []},
        states: {
            ...Object.fromEntries(waiting.map((name, at) => [
                name, {on: {[event]: {target: waiting[at + 1] ?? 'over', actions: 'note'}}},
            ])),
            over: {type: 'final'},
        },
    });
const matterMachine = machine('matter', steps.map((name) => `before_${name}`), 'DONE');
const projectMachine = machine('project', ['waiting'], 'APPROVED');

serve({
    async tenSteps(matter) {
        const actor = createActor(matterMachine).start();
        for (const step of steps) {
            actor.send({type: 'DONE', result: done(step, matter)});
            kept.save(matter, actor.getPersistedSnapshot());
        }
        if (actor.getSnapshot().status !== 'done')
            throw new Error(`${matter} is not over`);
    },
    async open(matter) {
        const actor = createActor(projectMachine).start();
        kept.save(matter, actor.getPersistedSnapshot());
        actor.stop();
    },
    async approve(matter) {
        const snapshot = kept.load(matter);
        const actor = createActor(projectMachine, {snapshot}).start();
        actor.send({type: 'APPROVED', result: approval(matter)});
        if (actor.getSnapshot().status !== 'done')
            throw new Error(`${matter} was not approved`);
        kept.save(matter, actor.getPersistedSnapshot());
    },
});
