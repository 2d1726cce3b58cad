#ifndef JUECE_ENGINE_DESK_HPP
#define JUECE_ENGINE_DESK_HPP

#include "engine/procedure.hpp"
#include "engine/record.hpp"
#include "engine/rights.hpp"
#include "engine/ruling.hpp"

#include <list>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace engine {

/// The law and the calendar by which a desk works; all of it outlives the desk.
struct law_in_force {
    procedure_shapes const& shapes;
    rule_book const& book;
    working_days const& days;
    rights const& entitled;
};

/// A case rebuilt from its acts, up to some act.
struct rebuilt_case {
    std::unique_ptr<procedure> file;
    std::optional<unreadable> broken; ///< set: `file` stands before the act that did not replay
};

/// Rebuilds a case from its acts; with `up_to` only those entered until the end of that day.
rebuilt_case rebuild(case_line const& line, std::vector<act> const& acts, law_in_force const& law,
                     std::optional<day> up_to = {});

/// A task and the act since which it waits.
struct waiting_task {
    task what;
    long long since = 0;
    instant received_at;
    auto operator<=>(waiting_task const&) const = default;
};

/// What the acts of a case, in order, leave in the derived tables. For `juece verify` and
/// `rebuild`; throws replay_fault.
struct derived {
    case_summary summary;
    std::vector<chapter_stage> stages;
    std::vector<waiting_task> tasks;
    std::vector<figure> figures;
    std::vector<std::pair<long long, passage>> passages; ///< by the act's seq
};
derived derive(case_line const& line, std::vector<act> const& acts, law_in_force const& law);

/// The writing use case: judge a submission and enter it. One desk belongs to one thread. It keeps
/// recent cases in memory; what it keeps is checked against the version on record.
class desk {
public:
    explicit desk(law_in_force law, std::size_t kept_cases = 2'000);

    /// Judges and, if the law admits, enters. The caller's transaction decides whether it stays;
    /// after a rollback call forget() for the cases touched, or forget_all().
    ruling submit(submission const& wish, record& on_file);

    void forget_all();

private:
    struct kept {
        case_head head;
        std::unique_ptr<procedure> file;
        std::vector<task> tasks;
        case_summary summary = {};
        instant last_entered_at = {};
        std::list<case_id>::iterator age;
    };

    ruling open(submission const& wish, record& on_file);
    ruling enter(submission const& wish, kept& file, record& on_file);
    std::optional<ruling> repeated(submission const& wish, record& on_file);
    std::variant<kept*, ruling> fetch(submission const& wish, record& on_file);
    std::variant<kept*, ruling> load(case_head const& head, record& on_file);
    bool saw_what_matters(submission const& wish, kept const& file, record& on_file) const;
    kept& keep(kept file);
    void forget(case_id id);

    law_in_force law_;
    std::size_t most_kept_;
    std::list<case_id> by_age_; ///< most recently used first
    std::unordered_map<case_id, kept> kept_;
};

} // namespace engine

#endif
