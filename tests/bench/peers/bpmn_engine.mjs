// bpmn-engine keeps nothing: its state is saved in SQLite after each task. A matter that waits is out
// of memory and comes back from its state, as after a restart.
// node bpmn_engine.mjs DIRECTORY

import {EventEmitter, once} from 'node:events';
import {join} from 'node:path';
import {Engine} from 'bpmn-engine';
import {serve} from './door.mjs';
import {Snapshots} from './snapshots.mjs';
import {approval, done, steps} from './work.mjs';

const kept = new Snapshots(join(process.argv[2], 'bpmn_engine.sqlite'));

/** A process whose tasks follow one another. */
function process_of(id, tasks) {
    const nodes = ['start', ...tasks.map(([name]) => name), 'end'];
    const flows = nodes.slice(1).map((to, at) =>
        `<sequenceFlow id="to_${to}" sourceRef="${nodes[at]}" targetRef="${to}"/>`);
    return `<?xml version="1.0" encoding="UTF-8"?>
        <definitions id="of_${id}" targetNamespace="http://example.org/juece"
            xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <process id="${id}" isExecutable="true"><startEvent id="start"/>
        ${tasks.map(([, text]) => text).join('')}<endEvent id="end"/>${flows.join('')}</process>
        </definitions>`;
}

/** The process as the engine reads it, once for all matters. */
async function context_of(source) {
    const [definition] = await new Engine({source}).getDefinitions();
    return definition.environment.options.source;
}

const services = {
    do({id, environment}, next) {
        next(null, done(id, environment.variables.matter));
    },
};
const matterContext = await context_of(process_of('matter', steps.map((name) =>
    [name, `<serviceTask id="${name}" implementation="\${environment.services.do}"/>`])));
const projectContext = await context_of(process_of('project',
    [['approved', '<userTask id="approved"/>']]));

function engine_of(name, sourceContext, matter) {
    return new Engine({name, sourceContext, services, variables: {matter}});
}

serve({
    async tenSteps(matter) {
        const listener = new EventEmitter();
        listener.on('activity.end', (activity, execution) => {
            if (activity.type === 'bpmn:ServiceTask')
                kept.save(matter, execution.getState());
        });
        const engine = engine_of('matter', matterContext, matter);
        const ended = once(engine, 'end');
        await engine.execute({listener});
        await ended;
    },
    async open(matter) {
        const engine = engine_of('project', projectContext, matter);
        const execution = await engine.execute();
        kept.save(matter, execution.getState());
        await engine.stop();
    },
    async approve(matter) {
        const engine = new Engine({name: 'project'}).recover(kept.load(matter), {services});
        const ended = once(engine, 'end');
        const execution = await engine.resume();
        execution.signal({id: 'approved', approval: approval(matter)});
        await ended;
        kept.save(matter, await engine.getState());
    },
});
