#include "tests/web/water_matter.hpp"

#include "tests/web/page_text.hpp"

#include <boost/test/unit_test.hpp>

namespace tests {

namespace json = boost::json;

water_matter::water_matter(std::string id, std::string title) : id_of_acts_(std::move(id))
{
    auto const got = district().json("sponsor", "POST", "/cases",
                                     {{"shape", "major_decision/2019"},
                                      {"act_id", id_of_acts_ + "-1"},
                                      {"body",
                                       {{"title", std::move(title)},
                                        {"matter", "plan"},
                                        {"proposer", "department"},
                                        {"proposer_name", "区水务局"},
                                        {"in_writing", true},
                                        {"main_problem", "内涝点二十六处"},
                                        {"reasons", "连年受灾"},
                                        {"legal_basis", "水法"},
                                        {"necessity_and_feasibility", "必要且可行"},
                                        {"main_measures", "改造管网"}}}});
    BOOST_TEST_REQUIRE(got.status == 201, got.body);
    id_ = got.view().at("case").as_int64();
}

site_reply water_matter::sends(std::string const& who, std::string const& kind, json::object body)
{
    return district().json(who, "POST", home() + "/acts",
                           {{"kind", kind},
                            {"act_id", id_of_acts_ + "-" + std::to_string(++acts_)},
                            {"seen", view(who).at("version")},
                            {"body", std::move(body)}});
}

void water_matter::enters(std::string const& who, std::string const& kind, json::object body)
{
    auto const got = sends(who, kind, std::move(body));
    BOOST_TEST_REQUIRE(got.status == 201, got.body);
}

void water_matter::is_studied(bool advised)
{
    enters("office", "intake.study_assigned", {{"to_unit", own_unit()}});
    enters("sponsor", "intake.studied", {{"conclusion", "可行"}, {"advises_start", advised}});
}

void water_matter::comes_before_the_head(bool advised)
{
    is_studied(advised);
    enters("office", "intake.start_reported", {{"opinion", "同意启动"}});
}

void water_matter::is_started()
{
    comes_before_the_head();
    enters("mayor", "intake.start_decided",
           {{"decided_on", "2026-06-15"},
            {"sponsors", boost::json::array{own_unit()}},
            {"lead", own_unit()},
            {"congress", "none"}});
}

std::string water_matter::home() const
{
    return home_of(id_);
}

std::string water_matter::own_unit() const
{
    return std::string(view("sponsor").at("unit").as_string());
}

} // namespace tests
