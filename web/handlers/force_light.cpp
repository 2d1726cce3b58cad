#include "web/handlers/force_light.hpp"

#include "web/handlers/page_address.hpp"
#include "web/office.hpp"
#include "workflows/normative_document/parameters.hpp"

#include <algorithm>

namespace web::handlers {

namespace documents = workflows::normative_document;
using documents::force_state;

force_light light_of(force_state state)
{
    switch (state) {
    case force_state::in_force:
        return {"green", "■"};
    case force_state::expiring:
        return {"yellow", "▲"};
    case force_state::expired:
        return {"red", "●"};
    case force_state::in_making:
    case force_state::not_yet_in_force:
    case force_state::repealed:
    case force_state::invalid:
    case force_state::replaced:
    case force_state::given_up:
        break;
    }
    return {"grey", "‖"};
}

adapters::soci::document_list documents_today(visit const& v)
{
    auto const& book = v.house.with().law.book;
    auto const months =
        book.in_force("cn", v.today()).number(documents::expiry_warning_months).value_or(0);
    return {*v.records, v.today(), months};
}

std::vector<adapters::soci::normative_entry> newest_documents(adapters::soci::document_list& from,
                                                              std::size_t most)
{
    constexpr long long most_listed = 500;
    adapters::soci::normative_filter only;
    only.public_only = true;
    auto rows = from.list(only, {}, most_listed).rows;
    std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) {
        return a.line.published_on > b.line.published_on;
    });
    rows.resize(std::min(most, rows.size()));
    return rows;
}

boost::json::object document_line_view(visit const& v, adapters::soci::document_list const& from,
                                       adapters::soci::normative_entry const& one)
{
    auto const day_words = [&](std::optional<engine::day> on) {
        return on ? v.words.date(*on) : std::string();
    };
    auto const state = from.state_of(one);
    auto const light = light_of(state);
    std::string const name(engine::name_of(state));
    std::string const level(engine::name_of(one.line.level));
    auto const& address = one.line.address;
    bool const is_link = is_web_address(address);
    return {{"document_title", one.title},
            {"document_number", one.line.document_number},
            {"unit", one.unit},
            {"unit_name", v.house.unit_name(one.unit)},
            {"level", level},
            {"level_words", v.words("choice.document_level." + level)},
            {"published_on", one.line.published_on ? engine::to_text(*one.line.published_on) : ""},
            {"published_words", day_words(one.line.published_on)},
            {"effective_on", one.line.effective_on ? engine::to_text(*one.line.effective_on) : ""},
            {"effective_words", day_words(one.line.effective_on)},
            {"valid_until", one.line.valid_until ? engine::to_text(*one.line.valid_until) : ""},
            {"valid_words", one.line.valid_until    ? v.words.date(*one.line.valid_until)
                            : one.line.effective_on ? v.words("documents.no_end")
                                                    : std::string()},
            {"address", address},
            {"address_href", is_link ? address : std::string()},
            {"state", name},
            {"state_words", state == force_state::not_yet_in_force && one.line.effective_on
                                ? v.words(engine::say("自{1}起施行", *one.line.effective_on))
                                : v.words("choice.force_state." + name)},
            {"light", light.colour},
            {"light_shape", light.shape}};
}

} // namespace web::handlers
