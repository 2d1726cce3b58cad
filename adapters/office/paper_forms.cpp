#include "adapters/office/paper_forms.hpp"

#include "adapters/files/read_file.hpp"
#include "adapters/templates/template_data.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace adapters::office {
namespace {

constexpr std::string_view folder = "papers/";
constexpr std::string_view extension = ".mustache";

/// The rest of a line that begins with a mark, taken out of the text; empty if there is none.
std::string take_mark(std::string& text, std::string_view mark)
{
    auto const at = text.find(mark);
    if (at == std::string::npos || (at > 0 && text[at - 1] != '\n'))
        return {};
    auto const end = std::min(text.find('\n', at), text.size());
    auto words = text.substr(at + mark.size(), end - at - mark.size());
    text.erase(at, end - at);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\r'))
        words.pop_back();
    return words;
}

paper_form read_form(std::string const& name, std::string text)
{
    auto const fail = [&](std::string const& why) {
        throw std::runtime_error("papers/" + name + std::string(extension) + ": " + why);
    };
    paper_form form{.name = name, .title = take_mark(text, "@form ")};
    form.kind = take_mark(text, "@issued_by ");
    form.issued = !form.kind.empty();
    if (!form.issued)
        form.kind = take_mark(text, "@needs ");
    if (form.title.empty())
        fail("needs a line \"@form TITLE\"");
    if (form.kind.empty())
        fail("needs a line \"@issued_by ACT\" or \"@needs ACT\"");
    kainjow::mustache::mustache const checked(text);
    if (!checked.is_valid())
        fail(checked.error_message());
    form.text = std::move(text);
    return form;
}

} // namespace

std::vector<paper_form> read_paper_forms(std::filesystem::path const& dir)
{
    std::map<std::string, std::string> texts;
    for (auto const path : config::embedded_under(folder))
        if (path.ends_with(extension))
            texts[std::string(
                path.substr(folder.size(), path.size() - folder.size() - extension.size()))] =
                std::string(*config::embedded(path));
    if (auto const own = dir / "config" / "papers"; std::filesystem::is_directory(own))
        for (auto const& entry : std::filesystem::directory_iterator(own))
            if (entry.path().extension() == extension)
                texts[entry.path().stem().string()] = files::read_file(entry.path());
    std::vector<paper_form> all;
    all.reserve(texts.size());
    for (auto& [name, text] : texts)
        all.push_back(read_form(name, std::move(text)));
    return all;
}

std::string name_on_paper(std::string const& file_name)
{
    constexpr std::size_t longest_ending = 5;
    auto const at = file_name.rfind('.');
    if (at == std::string::npos || at == 0 || file_name.size() - at - 1 > longest_ending)
        return file_name;
    auto const ending = file_name.substr(at + 1);
    auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    bool const is_ending = std::any_of(ending.begin(), ending.end(), is_letter) &&
                           std::all_of(ending.begin(), ending.end(), [&](char c) {
                               return is_letter(c) || (c >= '0' && c <= '9');
                           });
    return is_ending ? file_name.substr(0, at) : file_name;
}

std::vector<std::pair<std::string, boost::json::array>>
rows_by_choice(boost::json::array const& rows, std::string_view member,
               std::vector<std::string> const& choices)
{
    std::vector<std::pair<std::string, boost::json::array>> found;
    for (auto const& choice : choices) {
        boost::json::array some;
        for (auto const& element : rows)
            if (auto const* row = element.if_object())
                if (auto const* chosen = row->if_contains(member);
                    chosen && chosen->is_string() && chosen->get_string() == choice)
                    some.push_back(element);
        if (!some.empty())
            found.emplace_back(choice, std::move(some));
    }
    return found;
}

std::vector<paper_line> fill_paper(paper_form const& form, boost::json::object const& view)
{
    kainjow::mustache::mustache text(form.text);
    text.set_custom_escape(as_paper_words);
    auto const filled = text.render(templates::template_data(view));
    if (!text.is_valid())
        throw std::runtime_error("papers/" + form.name + ": " + text.error_message());
    return read_paper_lines(filled);
}

} // namespace adapters::office
