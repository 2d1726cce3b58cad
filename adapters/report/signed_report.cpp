#include "adapters/report/signed_report.hpp"

#include <boost/json.hpp>

namespace adapters::report {
namespace {

namespace json = boost::json;
using engine::say;

constexpr char const* format = "juece-report/1";
constexpr long long last_year = 9'999;

std::string text_in(json::object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

} // namespace

std::optional<std::string> signed_report(compiled_report const& what, indicators const& dictionary,
                                         secrets::signing_key const& key)
{
    if (!what.filed || !what.file.frozen)
        return {};
    json::object figures;
    for (auto const& [code, one] : what.figures)
        figures[code] = json::object{{"value", one.value},
                                     {"unit", dictionary.unit(code)},
                                     {"rounded", engine::name_of(one.rounded)},
                                     {"source", one.source}};
    json::object content{{"format", format},
                         {"organ", what.file.opening->organ_name},
                         {"year", what.file.opening->year},
                         {"number", what.filed->number},
                         {"digest", what.file.frozen->body.digest},
                         {"figures", std::move(figures)}};
    auto const words = engine::canonical(content);
    return engine::canonical(json::object{{"content", std::move(content)},
                                          {"public_key", key.public_key()},
                                          {"signature", key.sign(words)}});
}

std::variant<received_report, engine::text> read_signed_report(std::string const& file)
{
    json::error_code fault;
    auto const parsed = json::parse(file, fault);
    auto const* outer = fault ? nullptr : parsed.if_object();
    auto const* content =
        outer && outer->if_contains("content") ? outer->at("content").if_object() : nullptr;
    if (!content || text_in(*content, "format") != format)
        return say("不是年度报告的签名文件");
    auto const key = text_in(*outer, "public_key");
    if (!secrets::is_signed(engine::canonical(*content), text_in(*outer, "signature"), key))
        return say("签名不符，文件可能被改动");
    received_report made{.organ = text_in(*content, "organ"),
                         .year = 0,
                         .number = text_in(*content, "number"),
                         .digest = text_in(*content, "digest"),
                         .public_key = key,
                         .figures = {}};
    if (auto const* year = content->if_contains("year");
        year && year->is_int64() && year->get_int64() > 0 && year->get_int64() <= last_year)
        made.year = static_cast<int>(year->get_int64());
    auto const* figures = content->if_contains("figures");
    if (made.organ.empty() || made.year == 0 || !figures || !figures->is_object())
        return say("不是年度报告的签名文件");
    for (auto const& one : figures->get_object()) {
        if (!one.value().is_object())
            return say("不是年度报告的签名文件");
        auto const& of = one.value().get_object();
        received_figure figure{.value = text_in(of, "value"),
                               .unit = text_in(of, "unit"),
                               .source = text_in(of, "source")};
        if (!boost::describe::enum_from_string(text_in(of, "rounded").c_str(), figure.rounded))
            return say("不是年度报告的签名文件");
        made.figures.emplace(std::string(one.key()), std::move(figure));
    }
    return made;
}

} // namespace adapters::report
