#include "adapters/soci/phase_plan.hpp"

#include "engine/procedure.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace adapters::soci {

phase_plan plan_for(long long in_it, long long all, box_rows read)
{
    auto const root = std::sqrt(static_cast<double>(all));
    auto const is_up_to = [&](double roots) {
        return static_cast<double>(in_it) <= std::max(100.0, roots * root);
    };
    if (is_up_to(read == box_rows::acts ? 2 : 10))
        return phase_plan::lead;
    return is_up_to(35) ? phase_plan::sift : phase_plan::compare;
}

std::optional<phase_plan> narrow_to_phase(::soci::session& sql, narrowing& to,
                                          rows_of_cases const& rows, std::string const& phase,
                                          box_rows read)
{
    if (phase.empty())
        return {};
    long long all = 0;
    long long of_phase = 0;
    long long cases = 0;
    long long in_it = 0;
    std::string shape;
    std::vector<std::string> families = {""}; // a phase of no case is in no family
    query(sql, "select t.shape, cast(sum(t.cases) as bigint),"
               " cast(sum(case when t.phase = :phase then t.cases else 0 end) as bigint)"
               " from case_total t group by t.shape")
        .in("phase", phase)
        .out(shape)
        .out(cases)
        .out(in_it)
        .each([&] {
            all += cases;
            of_phase += in_it;
            if (in_it > 0)
                families.emplace_back(engine::family_of(shape));
        });
    auto const plan = plan_for(of_phase, all, read);
    if (plan == phase_plan::compare) {
        to.by("c.phase = :phase", "phase", phase);
        return plan;
    }
    auto const of_families = to.one_of("k.family", "of_family", families);
    auto const from = " from case_file k where " + of_families + " and k.phase = :phase)";
    if (plan == phase_plan::sift)
        to.by("(" + rows.id + " + 0) in (select k.id" + from, "phase", phase);
    else if (rows.whose.empty())
        to.by(rows.id + " in (select k.id" + from, "phase", phase);
    else // both at once, so that what others did on these cases is not even read
        to.by("(" + rows.id + ", " + rows.whose + ") in (select k.id, cast(:person as bigint)" +
                  from,
              "phase", phase);
    return plan;
}

} // namespace adapters::soci
