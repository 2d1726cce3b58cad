#include "web/handlers/report_choices.hpp"

#include "adapters/notices/letter.hpp"
#include "web/office.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

namespace law = workflows::annual_report;
using choices = known_values::mapped_type;
using standing = law::asked_figure::standing;

class report_lists {
public:
    report_lists(visit const& v, opened_case const& file)
        : v_(v), report_(law::file_of(file.record.acts))
    {}

    /// Of those that were asked for.
    template <class Fits>
    choices asked(Fits fits) const
    {
        choices found;
        for (auto const& one : report_.asked)
            if (fits(one))
                add(found, one.indicator);
        return found;
    }
    choices not_asked() const
    {
        choices found;
        for (auto const& one : v_.house.dictionary().all())
            if (one.is_external() && !law::find_asked(report_, one.code))
                add(found, one.code);
        return found;
    }
    choices frozen() const
    {
        choices found;
        if (report_.frozen)
            for (auto const& one : report_.frozen->body.values)
                add(found, one.indicator);
        return found;
    }
    choices open_findings() const
    {
        choices found;
        std::set<std::string> once;
        if (report_.check)
            for (auto const& one : report_.check->body.findings)
                if (law::is_open_finding(report_, one) && once.insert(one.finding).second)
                    found.emplace_back(one.finding, v_.words("finding." + one.finding));
        return found;
    }

    choices figures_at_fault() const
    {
        choices found;
        if (report_.check)
            for (auto const& one : report_.check->body.findings)
                if (law::is_open_finding(report_, one) && one.subject &&
                    v_.house.dictionary().find(*one.subject))
                    add(found, *one.subject);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

private:
    void add(choices& into, std::string const& code) const
    {
        into.emplace_back(code, v_.house.dictionary().name(code, v_.words.code()));
    }

    visit const& v_;
    law::report_file report_;
};

} // namespace

known_values report_choices(visit const& v, opened_case const& file, std::string_view kind)
{
    namespace collection = law::collection;
    if (adapters::notices::report_page_of(kind).empty())
        return {};
    report_lists const lists(v, file);
    if (kind == law::freezing::restated::kind)
        return {{"indicator", lists.frozen()}};
    if (kind == law::gate::explained::kind)
        return {{"finding", lists.open_findings()}, {"subject", lists.figures_at_fault()}};
    if (kind == collection::asked::kind)
        return {{"indicators", lists.not_asked()}};
    if (kind == collection::answered::kind)
        return {{"indicator", lists.asked([&](law::asked_figure const& one) {
                     return one.takes_answers() && one.unit == v.session->as.unit;
                 })}};
    if (kind == collection::accepted::kind)
        return {{"indicators", lists.asked([](law::asked_figure const& one) {
                     return one.is == standing::answered;
                 })}};
    if (kind == collection::sent_back::kind)
        return {{"indicators",
                 lists.asked([](law::asked_figure const& one) { return one.may_be_sent_back(); })}};
    if (kind == collection::waived::kind)
        return {{"indicators", lists.asked([](law::asked_figure const& one) {
                     return one.is != standing::accepted && one.is != standing::waived;
                 })}};
    return {};
}

} // namespace web::handlers
