// Where engines that keep nothing themselves are kept: the state of each matter in SQLite, durable
// when `save` returns, as Juece's own record is (WAL, synchronous=FULL).

import Database from 'better-sqlite3';

export class Snapshots {
    constructor(file) {
        this.base = new Database(file);
        this.base.pragma('journal_mode = WAL');
        this.base.pragma('synchronous = FULL');
        if (this.base.pragma('synchronous', {simple: true}) !== 2)
            throw new Error('SQLite does not write through');
        this.base.exec(`create table if not exists matter (id text primary key,
            version integer not null, state text not null, changed_at text not null)`);
        const upsert = this.base.prepare(`insert into matter values (?, 1, ?, ?)
            on conflict (id) do update set version = version + 1, state = excluded.state,
            changed_at = excluded.changed_at`);
        this.write = this.base.transaction((id, state) => {
            upsert.run(id, state, new Date().toISOString());
        });
        this.find = this.base.prepare('select state from matter where id = ?').pluck();
    }

    save(id, state) {
        this.write.immediate(id, JSON.stringify(state));
    }

    /** The state as it was saved last; nothing where there is none. */
    load(id) {
        const text = this.find.get(id);
        return text === undefined ? undefined : JSON.parse(text);
    }
}
