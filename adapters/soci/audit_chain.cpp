#include "adapters/soci/audit_chain.hpp"

#include "adapters/soci/rows.hpp"
#include "engine/body.hpp"
#include "engine/chain.hpp"

#include <boost/json.hpp>

namespace adapters::soci {
namespace {

using engine::say;

constexpr char const* add_sql =
    "insert into audit_entry (seq, at, kind, what, reason, person, login, name, role, unit,"
    " address, about, times, previous_hash, hash) values (:seq, :at, :kind, :what, :reason,"
    " :person, :login, :name, :role, :unit, :address, :about, :times, :previous_hash, :hash)";

/// Kept beside the entries, so that the loss of the last ones shows as well.
constexpr char const* note_reached_sql =
    "insert into counter (name, reached) values ('audit', :reached)"
    " on conflict (name) do update set reached = :reached";

/// What the first entry of all builds on.
std::string first_previous_hash()
{
    return engine::sha256("audit log");
}

/// Where a clearing cut the chain, as its entry says it in `about`.
struct cut {
    long long through = 0;
    std::string hash;
};

std::string text_of(cut const& at)
{
    return engine::canonical(boost::json::object{{"hash", at.hash}, {"through", at.through}});
}

std::optional<cut> cut_told_by(audit_entry const& note)
{
    boost::json::error_code fault;
    auto const told = boost::json::parse(note.about, fault);
    if (fault || !told.is_object())
        return {};
    auto const* through = told.get_object().if_contains("through");
    auto const* hash = told.get_object().if_contains("hash");
    if (!through || !through->is_int64() || !hash || !hash->is_string())
        return {};
    return cut{through->get_int64(), std::string(hash->get_string())};
}

/// Number and hash of the last entry; 0 and what the first builds on when there is none.
cut end_of_chain(::soci::session& sql)
{
    cut last{0, first_previous_hash()};
    query(sql, "select seq, hash from audit_entry order by seq desc limit 1")
        .out(last.through)
        .out(last.hash)
        .one();
    return last;
}

} // namespace

void audit_row::out_of(query& from)
{
    from.out(entry.seq).out(at).out(entry.kind).out(entry.what).out(entry.reason);
    from.out(entry.person.value).out(entry.login).out(entry.name).out(entry.role).out(entry.unit);
    from.out(entry.address).out(entry.about).out(entry.times).out(entry.previous_hash);
    from.out(entry.hash);
}

audit_entry audit_row::to_entry() const
{
    auto read = entry;
    read.at = instant_of(at);
    return read;
}

std::string sealed_text(audit_entry const& what)
{
    return engine::canonical(boost::json::object{{"about", what.about},
                                                 {"address", what.address},
                                                 {"at", engine::to_text(what.at)},
                                                 {"kind", what.kind},
                                                 {"login", what.login},
                                                 {"name", what.name},
                                                 {"person", what.person.value},
                                                 {"previous_hash", what.previous_hash},
                                                 {"reason", what.reason},
                                                 {"role", what.role},
                                                 {"seq", what.seq},
                                                 {"times", what.times},
                                                 {"unit", what.unit},
                                                 {"what", what.what}});
}

void append_to_audit(::soci::session& sql, std::vector<audit_entry> entries)
{
    auto end = end_of_chain(sql);
    for (auto& one : entries) {
        one.seq = end.through + 1;
        one.previous_hash = end.hash;
        one.hash = engine::sha256(sealed_text(one));
        auto const at = engine::to_text(one.at);
        query add(sql, add_sql);
        add.in("seq", one.seq).in("at", at).in("kind", one.kind).in("what", one.what);
        add.in("reason", one.reason).in("person", one.person.value).in("login", one.login);
        add.in("name", one.name).in("role", one.role).in("unit", one.unit);
        add.in("address", one.address).in("about", one.about).in("times", one.times);
        add.in("previous_hash", one.previous_hash).in("hash", one.hash).run();
        end = {one.seq, one.hash};
    }
    query(sql, note_reached_sql).in("reached", end.through).run();
}

audit_examination examine_audit(::soci::session& sql)
{
    audit_examination found;
    auto const note = [&](engine::text words) {
        if (++found.wrong == 1)
            found.first = std::move(words);
    };
    std::optional<cut> begins;
    cut last_cut{0, first_previous_hash()};
    cut end{0, first_previous_hash()};
    audit_row row;
    query list(sql, std::string("select ") + audit_row::columns + " from audit_entry order by seq");
    row.out_of(list);
    list.each([&] {
        auto const& one = row.entry;
        ++found.checked;
        if (!begins) {
            begins = cut{one.seq - 1, one.previous_hash};
            end = *begins;
        }
        auto const when = engine::parse_instant(row.at);
        auto sealed = one;
        sealed.at = when.value_or(engine::instant());
        if (one.seq != end.through + 1 || one.previous_hash != end.hash || !when ||
            one.hash != engine::sha256(sealed_text(sealed)))
            note(say("审计日志第{1}号与哈希链不符", end.through + 1));
        if (one.kind == "audit" && one.what == "cleared")
            last_cut = cut_told_by(one).value_or(last_cut);
        end = {one.seq, one.hash};
    });
    if (begins && (begins->through != last_cut.through || begins->hash != last_cut.hash))
        note(say("审计日志第{1}号以前的记录缺失，没有清理记录", begins->through + 1));
    long long reached = 0;
    query(sql, "select reached from counter where name = 'audit'").out(reached).one();
    if (reached != end.through)
        note(say("审计日志应到第{1}号，实到第{2}号", reached, end.through));
    return found;
}

audit_clearing clear_audit(database& at, engine::instant now, std::chrono::days kept,
                           std::string const& by)
{
    auto const sql = at.open_session(access::writing);
    return faults_as_ours([&] {
        work step(at, *sql, turn::audit);
        audit_clearing done;
        cut gone;
        auto const oldest_kept = engine::to_text(now - kept);
        // Up to the first one that is young enough: the chain is cut at one place only.
        query(*sql, "select seq, hash from audit_entry where seq < (select coalesce(min(seq),"
                    " 9223372036854775807) from audit_entry where at >= :oldest_kept)"
                    " order by seq desc limit 1")
            .in("oldest_kept", oldest_kept)
            .out(gone.through)
            .out(gone.hash)
            .one();
        if (gone.through == 0)
            return done;
        audit_entry note{.at = now, .kind = "audit", .what = "cleared", .address = "local"};
        note.name = by;
        note.about = text_of(gone);
        append_to_audit(*sql, {note});
        done.through = gone.through;
        done.entries = query(*sql, "delete from audit_entry where seq <= :through")
                           .in("through", gone.through)
                           .run();
        step.commit();
        return done;
    });
}

} // namespace adapters::soci
