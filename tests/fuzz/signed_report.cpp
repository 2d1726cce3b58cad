// Whatever JSON comes as the signed file of a report. A stranger cannot sign, so the content is
// also signed here: an honest key below does not make an honest program.

#include "adapters/report/indicators.hpp"
#include "adapters/report/merged_reports.hpp"
#include "engine/body.hpp"
#include "tests/fuzz/must.hpp"

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <unistd.h>

using fuzz::must;

namespace {

using namespace adapters;
namespace json = boost::json;

secrets::signing_key const& key()
{
    static auto const made = [] {
        auto const dir = std::filesystem::temp_directory_path() /
                         ("juece-fuzz-report-" + std::to_string(::getpid()));
        std::filesystem::create_directories(dir);
        auto read = secrets::signing_key::of(dir);
        std::filesystem::remove_all(dir);
        return read;
    }();
    return made;
}

void must_be_merged(std::string const& file)
{
    static report::indicators const dictionary;
    auto const read = report::read_signed_report(file);
    if (auto const* why = std::get_if<engine::text>(&read)) {
        must(!why->empty());
        auto const merged = report::merge_reports(2024, {}, {{"a.json", file}}, dictionary);
        must(merged.taken.empty() && merged.refused.size() == 1 && merged.figures.empty());
        return;
    }
    auto const& one = std::get<report::received_report>(read);
    must(!one.organ.empty() && one.public_key.size() == 64);
    // the year is the one that was signed, not what is left of it in another type
    auto const content = json::parse(file).at("content");
    must(content.at("year").as_int64() == one.year);
    std::vector<report::expected_report> const expected = {{one.organ, one.public_key}};
    auto const merged =
        report::merge_reports(one.year, expected, {{"a.json", file}, {"b.json", file}}, dictionary);
    must(merged.taken.size() == 1 && merged.missing.empty() && merged.refused.size() == 1);
    must(merged.figures.size() == one.figures.size());
    for (auto const& line : report::as_sheet(merged, one.year, dictionary).rows)
        must(line.size() == 6);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string const file(reinterpret_cast<char const*>(bytes), size);
    auto const stranger = report::read_signed_report(file);
    if (auto const* why = std::get_if<engine::text>(&stranger))
        must(!why->empty());

    json::error_code fault;
    auto const content = json::parse(file, fault);
    if (fault)
        return 0;
    auto const words = engine::canonical(content);
    must_be_merged(engine::canonical(json::object{{"content", content},
                                                  {"public_key", key().public_key()},
                                                  {"signature", key().sign(words)}}));
    return 0;
}
