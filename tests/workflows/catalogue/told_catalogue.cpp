#include "tests/workflows/catalogue/told_catalogue.hpp"

#include "workflows/shapes.hpp"

namespace tests {

std::string const drainage = R"({"item_name": "西江岸线排涝规划", "matter": "plan",
    "lead": "water", "legal_basis": "防洪法", "steps": ["participation", "experts"],
    "planned_start": "第二季度", "planned_meeting": "2026年9月",
    "stamped_form": )" + paper_json('1') +
                             "}";
std::string const parking = R"({"item_name": "机动车停放服务收费方案", "matter": "public_policy",
    "lead": "transport", "co_sponsors": ["reform"], "planned_start": "6月",
    "planned_meeting": "本年度内", "stamped_form": )" +
                            paper_json('2') + "}";
std::string const screening = R"({"held_on": "2026-03-02", "joined": ["finance", "reform"],
    "verdicts": [{"proposal": 1, "verdict": "goes_in"}, {"proposal": 2, "verdict": "goes_in"}]})";
std::string const meeting = R"({"met_on": "2026-03-10", "meeting": "executive",
    "meeting_name": "第五次常务会议", "outcome": "adopted"})";
std::string const consent = R"({"answer": "agrees", "answered_on": "2026-03-16",
    "answer_document": )" + paper_json('3') +
                            "}";
std::string const publication = R"({"document_number": "高府办〔2026〕6号",
    "published_on": "2026-03-20", "address": "https://example.gov.cn/ml2026",
    "explanations_due": "2027-01-31"})";

told_catalogue::told_catalogue(std::string const& place)
    : case_trial(workflows::catalogue::shape(), place)
{
    on("2026-01-12").office();
}

told_catalogue& told_catalogue::on(std::string_view day)
{
    set_day(day);
    return *this;
}

told_catalogue& told_catalogue::office()
{
    return unit("office", "office_secretary");
}

told_catalogue& told_catalogue::unit(std::string code, std::string role)
{
    auto name = role + " of " + code;
    set_actor(std::move(role), std::move(code), std::move(name));
    return *this;
}

void told_catalogue::are_refused(std::vector<unlawful_act> const& all)
{
    auto const listed = [](rules const& some) {
        std::string words;
        for (auto const& one : some)
            words += one + " ";
        return words;
    };
    for (auto const& one : all) {
        auto const before = acts().size();
        auto const found = refused(one.kind, one.body);
        BOOST_TEST(found == one.refused_by, one.why << ": " << one.kind << " was refused by "
                                                    << listed(found) << "and not by "
                                                    << listed(one.refused_by));
        BOOST_TEST_REQUIRE(acts().size() == before, one.why << ": it was entered");
    }
}

std::set<std::string> told_catalogue::tasks() const
{
    std::set<std::string> all;
    for (auto const& one : procedure().tasks(now()))
        all.insert(one.kind + " " + one.role + " " + one.unit);
    return all;
}

std::set<std::string> told_catalogue::duties() const
{
    std::set<std::string> kinds;
    for (auto const& one : procedure().offers({}, now()))
        if (one.duty)
            kinds.insert(one.kind);
    return kinds;
}

std::set<std::string> told_catalogue::open() const
{
    std::set<std::string> kinds;
    for (auto const& one : procedure().offers(whoever_acts(), now()))
        if (one.is_open())
            kinds.insert(one.kind);
    return kinds;
}

bool told_catalogue::has_one_way() const
{
    auto const again = workflows::catalogue::shape().make("gd");
    for (auto const& act : acts()) {
        if (again->ways(act) != 1)
            return false;
        again->replay(act);
    }
    return true;
}

std::set<std::string> told_catalogue::figures() const
{
    std::set<std::string> all;
    for (auto const& one : procedure().figures(built_in_days())) {
        BOOST_TEST(one.year == 2026);
        all.insert(one.indicator + " " + std::to_string(one.value));
    }
    return all;
}

workflows::catalogue::yearly_catalogue told_catalogue::file() const
{
    return *workflows::catalogue::content_of(procedure());
}

void told_catalogue::is_called()
{
    on("2026-01-12").office();
    enters("catalogue_call.set_up", R"({"year": 2026})");
    enters("catalogue_call.issued",
           R"({"units": ["water", "transport"], "deadline": "2026-02-14"})");
}

void told_catalogue::is_proposed()
{
    is_called();
    on("2026-01-26").unit("water");
    enters("catalogue_call.proposed", drainage);
    enters("catalogue_call.answered");
    unit("transport");
    enters("catalogue_call.proposed", parking);
    enters("catalogue_call.answered");
    on("2026-02-24").office();
    enters("catalogue_call.closed");
}

void told_catalogue::is_screened()
{
    is_proposed();
    on("2026-03-03");
    enters("catalogue_screening.held", screening);
}

void told_catalogue::is_adopted()
{
    is_screened();
    on("2026-03-11");
    enters("catalogue_approval.deliberated", meeting);
}

void told_catalogue::is_consented()
{
    is_adopted();
    on("2026-03-17");
    enters("catalogue_approval.consent_answered", consent);
}

void told_catalogue::is_published()
{
    is_consented();
    on("2026-03-20");
    enters("catalogue_approval.published", publication);
}

} // namespace tests
