#ifndef JUECE_ADAPTERS_OFFICE_PAPER_FORMS_HPP
#define JUECE_ADAPTERS_OFFICE_PAPER_FORMS_HPP

#include "adapters/office/paper.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adapters::office {

/// A kind of paper that a case can print: a template of config/papers/.
struct paper_form {
    std::string name;    ///< of its file: "legality_opinion"
    std::string title;   ///< "合法性审查意见书"
    std::string kind;    ///< of the act without which there is no such paper
    bool issued = false; ///< that act issues it: what comes on file later is not in it
    std::string text;    ///< Mustache
};

/// The papers that are built in, each replaced by a file of the same name in DIR/config/papers if
/// there is one, and those that only lie there; in order of their names. Throws for a template that
/// cannot be used, naming the file.
std::vector<paper_form> read_paper_forms(std::filesystem::path const& dir);

/// What a paper calls a document: its name without what tells programs of its kind (".docx").
std::string name_on_paper(std::string const& file_name);

/// The rows of a list that have each of these choices in a member, in the order of the choices; a
/// choice that no row has is left out.
std::vector<std::pair<std::string, boost::json::array>>
rows_by_choice(boost::json::array const& rows, std::string_view member,
               std::vector<std::string> const& choices);

/// The lines of a paper, filled from what is on file.
std::vector<paper_line> fill_paper(paper_form const& form, boost::json::object const& view);

} // namespace adapters::office

#endif
