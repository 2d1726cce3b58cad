#include "adapters/sheet/workbook_parts.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

namespace adapters::sheet {
namespace {

using engine::say;

/// Forms that the format numbers itself, also those of Chinese editions.
bool numbered_form_shows_a_day(unsigned form)
{
    return (form >= 14 && form <= 17) || form == 22 || (form >= 27 && form <= 31) || form == 36 ||
           (form >= 50 && form <= 54) || form == 57 || form == 58;
}

/// The words of a text or of one of its runs; readings of characters (rPh) are left out.
std::string words_of(pugi::xml_node const& of)
{
    std::string words;
    for (auto const& child : of.children())
        if (local_name(child) == "t")
            words += child.text().get();
    return words;
}

/// All runs of a text one after another. A run has no runs of its own.
std::string text_of(pugi::xml_node const& of)
{
    std::string words;
    for (auto const& child : of.children()) {
        auto const name = local_name(child);
        if (name == "t")
            words += child.text().get();
        else if (name == "r")
            words += words_of(child);
    }
    return words;
}

/// Days since 1970-01-01 of the day that a workbook counts as 0.
long first_day(double value, bool from_1904)
{
    if (from_1904)
        return -24'107; // 1904-01-01
    // The format counts a 29 February 1900 that never was.
    return value < 60 ? -25'568 : -25'569;
}

/// Without an exponent, and with the 15 digits that spreadsheets show.
std::string plain_number(double value)
{
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.15g", value);
    auto const shown = std::strtod(digits.data(), nullptr);
    std::array<char, 400> written{};
    auto const end = std::to_chars(written.data(), written.data() + written.size(), shown,
                                   std::chars_format::fixed);
    return {written.data(), end.ptr};
}

} // namespace

std::string_view local_name(pugi::xml_node const& node)
{
    std::string_view const name = node.name();
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node const& node, std::string_view name)
{
    for (auto const& child : node.children())
        if (local_name(child) == name)
            return child;
    return {};
}

std::optional<std::string> day_of_number(double value, bool from_1904)
{
    constexpr double last = 2'958'465; // 9999-12-31
    if (!(value >= 1) || value > last)
        return {};
    auto days = static_cast<long>(std::floor(value));
    constexpr long minutes_a_day = 24L * 60;
    auto minutes = std::lround((value - static_cast<double>(days)) * minutes_a_day);
    if (minutes == minutes_a_day) {
        ++days;
        minutes = 0;
    }
    auto const on =
        engine::day(std::chrono::days(first_day(static_cast<double>(days), from_1904) + days));
    auto const words = engine::to_text(on);
    if (minutes == 0)
        return words;
    return fmt::format("{} {:02}:{:02}", words, minutes / 60, minutes % 60);
}

bool form_shows_a_day(std::string_view form)
{
    bool quoted = false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        char const c = form[i];
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == '[')
            i = std::min(form.find(']', i), form.size());
        else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D')
            return true;
    }
    return false;
}

bool workbook_parts::load(std::string const& name, pugi::xml_document& into) const
{
    auto const xml = archive_.read(name);
    return xml &&
           into.load_buffer(xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

std::optional<std::string> workbook_parts::place_of_first_sheet() const
{
    pugi::xml_document relations;
    if (!load("xl/_rels/workbook.xml.rels", relations))
        return {};
    for (auto const& sheet : child_of(book_.document_element(), "sheets").children()) {
        std::string_view const state = sheet.attribute("state").value();
        if (state == "hidden" || state == "veryHidden")
            continue;
        for (auto const& attribute : sheet.attributes()) {
            // "r:id", whatever the prefix; "sheetId" has none
            if (!std::string_view(attribute.name()).ends_with(":id"))
                continue;
            for (auto const& relation : relations.document_element().children())
                if (std::string_view(relation.attribute("Id").value()) == attribute.value()) {
                    std::string const target = relation.attribute("Target").value();
                    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
                }
        }
    }
    return {};
}

void workbook_parts::read_shared_texts()
{
    pugi::xml_document texts;
    if (!load("xl/sharedStrings.xml", texts))
        return; // a workbook of numbers has none
    for (auto const& item : texts.document_element().children())
        if (local_name(item) == "si")
            shared_.push_back(text_of(item));
}

void workbook_parts::read_forms()
{
    pugi::xml_document styles;
    if (!load("xl/styles.xml", styles))
        return;
    std::map<unsigned, bool> own;
    auto const root = styles.document_element();
    for (auto const& form : child_of(root, "numFmts").children())
        own[form.attribute("numFmtId").as_uint()] =
            form_shows_a_day(form.attribute("formatCode").value());
    for (auto const& form : child_of(root, "cellXfs").children()) {
        if (local_name(form) != "xf")
            continue;
        auto const number = form.attribute("numFmtId").as_uint();
        auto const found = own.find(number);
        shows_a_day_.push_back(found != own.end() ? found->second
                                                  : numbered_form_shows_a_day(number));
    }
}

std::optional<engine::text> workbook_parts::open()
{
    if (!load("xl/workbook.xml", book_))
        return say("不是可以读取的表格（支持 XLSX 和 CSV）");
    auto const place = place_of_first_sheet();
    if (!place || !load(*place, sheet_))
        return say("XLSX 文件的工作表已损坏");
    auto const kept = child_of(book_.document_element(), "workbookPr").attribute("date1904");
    from_1904_ = kept.as_bool();
    read_shared_texts();
    read_forms();
    return {};
}

std::string workbook_parts::value_of(pugi::xml_node const& cell) const
{
    std::string_view const sort = cell.attribute("t").value();
    if (sort == "inlineStr")
        return text_of(child_of(cell, "is"));
    std::string const kept = child_of(cell, "v").text().get();
    if (sort == "s") {
        std::size_t index = 0;
        auto const read = std::from_chars(kept.data(), kept.data() + kept.size(), index);
        return read.ec == std::errc() && index < shared_.size() ? shared_[index] : std::string();
    }
    if (sort == "b")
        return kept == "1" ? "是" : "否";
    if (sort == "d") // a day in ISO 8601, as some writers keep it
        return kept.substr(0, 10);
    if (sort == "str" || sort == "e" || kept.empty())
        return kept;
    char* end = nullptr;
    auto const value = std::strtod(kept.c_str(), &end);
    if (*end != '\0' || !std::isfinite(value))
        return kept;
    auto const form = cell.attribute("s").as_uint();
    if (form < shows_a_day_.size() && shows_a_day_[form])
        if (auto day = day_of_number(value, from_1904_))
            return *day;
    return plain_number(value);
}

} // namespace adapters::sheet
