#include "adapters/report/shared_steps.hpp"

#include "workflows/major_decision/drafting.hpp"
#include "workflows/normative_document/project.hpp"

#include <algorithm>

namespace adapters::report {
namespace {

namespace project = workflows::normative_document::project;
using workflows::major_decision::drafting::versioned;

template <class Body>
Body read_as(engine::act const& what)
{
    std::vector<engine::field_fault> faults;
    return engine::read_body<Body>(what.body, faults);
}

/// The number in the case's file of the last of the named acts; nothing when one of them is not
/// there.
std::optional<long long> last_of(std::vector<engine::act> const& decision,
                                 std::vector<std::string> const& act_ids)
{
    long long last = 0;
    for (auto const& id : act_ids) {
        auto const found = std::find_if(decision.begin(), decision.end(),
                                        [&](auto const& one) { return one.act_id == id; });
        if (found == decision.end())
            return {};
        last = std::max(last, found->seq);
    }
    return last;
}

/// The content hash of the draft that was current at an act; empty before the first.
std::string draft_at(std::vector<engine::act> const& decision, long long seq)
{
    std::string hash;
    for (auto const& one : decision)
        if (one.seq <= seq && one.kind == versioned::kind)
            hash = read_as<versioned>(one).draft.hash;
    return hash;
}

bool is_proved(std::vector<engine::act> const& decision, project::step_taken_over const& step)
{
    auto const last = last_of(decision, step.act_ids);
    return last && draft_at(decision, *last) == step.draft.hash;
}

} // namespace

std::vector<std::string> unproved_steps(soci::reader& record, std::vector<engine::act> const& acts)
{
    std::vector<engine::act> decision;
    std::vector<std::string> unproved;
    for (auto const& one : acts) {
        if (one.kind == project::linked::kind) {
            auto const found = record.find_case(read_as<project::linked>(one).decision_number);
            decision = found ? record.acts_of(found->head.line.id) : std::vector<engine::act>();
        }
        if (one.kind != project::step_taken_over::kind)
            continue;
        auto const step = read_as<project::step_taken_over>(one);
        if (!is_proved(decision, step))
            unproved.emplace_back(engine::name_of(step.step));
    }
    return unproved;
}

} // namespace adapters::report
