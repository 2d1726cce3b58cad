#ifndef JUECE_ADAPTERS_SHEET_WORKBOOK_PARTS_HPP
#define JUECE_ADAPTERS_SHEET_WORKBOOK_PARTS_HPP

#include "adapters/archives/checked_archive.hpp"

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::sheet {

/// The name without its namespace prefix, which writers choose as they like.
std::string_view local_name(pugi::xml_node const& node);

/// The first child of that local name, or an empty node.
pugi::xml_node child_of(pugi::xml_node const& node, std::string_view name);

/// The parts of an XLSX workbook that say what stands in a cell (ECMA-376 part 1, chapter 18).
class workbook_parts {
public:
    explicit workbook_parts(archives::checked_archive const& archive) : archive_(archive) {}

    /// Reads the workbook and its first sheet that is not hidden; why not, if it cannot be read.
    std::optional<engine::text> open();

    pugi::xml_node first_sheet() const { return sheet_.document_element(); }

    /// What a cell shows: a day for a number in a form of a day, a text for the rest.
    std::string value_of(pugi::xml_node const& cell) const;

private:
    bool load(std::string const& name, pugi::xml_document& into) const;
    std::optional<std::string> place_of_first_sheet() const;
    void read_shared_texts();
    void read_forms();

    archives::checked_archive const& archive_;
    pugi::xml_document book_;
    pugi::xml_document sheet_;
    std::vector<std::string> shared_;
    std::vector<bool> shows_a_day_; ///< by number of the form of a cell
    bool from_1904_ = false;
};

/// The day, with the time where there is one, that a number of a spreadsheet stands for; nothing
/// for a number that is no day.
std::optional<std::string> day_of_number(double value, bool from_1904);

/// True for a form such as yyyy"年"m"月"d"日"; false for numbers, and for times without a day.
bool form_shows_a_day(std::string_view form);

} // namespace adapters::sheet

#endif
