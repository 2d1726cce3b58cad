#include "web/multipart.hpp"

#include "web/file_name.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <cctype>

namespace web {
namespace {

constexpr std::size_t longest_part_header = 4'096;
constexpr std::size_t longest_padding = 100;
constexpr std::size_t most_first_bytes = 512;
constexpr std::size_t most_files = 200;

bool same_word(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// The value of name="..." in a header; browsers write a quote inside as %22.
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    auto at = header.find(';');
    while (at != std::string_view::npos) {
        header.remove_prefix(at + 1);
        auto const equals = header.find('=');
        if (equals == std::string_view::npos)
            return {};
        auto const found = trimmed(header.substr(0, equals));
        header.remove_prefix(equals + 1);
        header = trimmed(header);
        std::string value;
        if (header.starts_with('"')) {
            auto const close = header.find('"', 1);
            if (close == std::string_view::npos)
                return {};
            value = header.substr(1, close - 1);
            header.remove_prefix(close + 1);
            at = header.find(';');
        } else {
            at = header.find(';');
            value = trimmed(header.substr(0, at));
        }
        if (same_word(found, name))
            return value;
    }
    return {};
}

std::string unquoted(std::string text)
{
    for (auto const& [from, to] : {std::pair{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}})
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at))
            text.replace(at, 3, to);
    return text;
}

} // namespace

std::optional<std::string> boundary_of(std::string_view content_type)
{
    auto found = parameter(content_type, "boundary");
    auto const allowed = [](unsigned char c) {
        return std::isalnum(c) || std::string_view("'()+_,-./:=? ").find(static_cast<char>(c)) !=
                                      std::string_view::npos;
    };
    if (!found || found->empty() || found->size() > 70 || found->back() == ' ' ||
        !std::all_of(found->begin(), found->end(), allowed))
        return {};
    return found;
}

multipart_reader::multipart_reader(std::string const& boundary, std::size_t most_field_bytes,
                                   file_opener open)
    : delimiter_("\r\n--" + boundary), most_field_bytes_(most_field_bytes), open_(std::move(open)),
      waiting_("\r\n") // so that a body that begins with the boundary has its line break too
{}

multipart_reader::state multipart_reader::take(std::string_view bytes)
{
    if (state_ == state::broken || state_ == state::too_large || at_ == place::epilogue)
        return state_;
    waiting_.append(bytes);
    while (state_ == state::reading && step())
        ;
    return state_;
}

bool multipart_reader::step()
{
    switch (at_) {
    case place::preamble:
    case place::content: {
        auto const found = waiting_.find(delimiter_);
        // What may still be the beginning of a delimiter waits for the next bytes.
        auto const sure = found != std::string::npos
                              ? found
                              : waiting_.size() - std::min(waiting_.size(), delimiter_.size() - 1);
        if (at_ == place::content && !keep(std::string_view(waiting_).substr(0, sure)))
            return false;
        if (found == std::string::npos) {
            waiting_.erase(0, sure);
            return false;
        }
        waiting_.erase(0, found + delimiter_.size());
        if (at_ == place::content)
            close_part();
        at_ = place::after_boundary;
        return true;
    }
    case place::after_boundary: {
        if (waiting_.size() < 2)
            return false;
        if (waiting_.starts_with("--")) {
            at_ = place::epilogue;
            waiting_.clear();
            state_ = state::done;
            return false;
        }
        auto const end = waiting_.find("\r\n");
        // Whole or in pieces, a body is read the same: the line end may itself be cut in two.
        if (std::min(end, waiting_.size() - 1) > longest_padding) {
            state_ = state::broken;
            return false;
        }
        if (end == std::string::npos)
            return false;
        if (!trimmed(std::string_view(waiting_).substr(0, end)).empty()) {
            state_ = state::broken;
            return false;
        }
        waiting_.erase(0, end); // keeps the line break: headers may be none
        at_ = place::headers;
        return true;
    }
    case place::headers: {
        auto const end = waiting_.find("\r\n\r\n");
        if (end == std::string::npos) {
            if (waiting_.size() > longest_part_header + 3)
                state_ = state::broken;
            return false;
        }
        if (end > longest_part_header || !open_part(std::string_view(waiting_).substr(0, end))) {
            if (state_ == state::reading)
                state_ = state::broken;
            return false;
        }
        waiting_.erase(0, end + 4);
        at_ = place::content;
        return true;
    }
    case place::epilogue:
        return false;
    }
    return false;
}

bool multipart_reader::open_part(std::string_view head)
{
    std::optional<std::string> name;
    std::optional<std::string> file_name;
    std::string type = "application/octet-stream";
    while (!head.empty()) {
        auto const end = std::min(head.find("\r\n"), head.size());
        auto const line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        auto const colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        auto const key = trimmed(line.substr(0, colon));
        auto const value = trimmed(line.substr(colon + 1));
        if (same_word(key, "content-disposition")) {
            if (!same_word(value.substr(0, value.find(';')), "form-data"))
                return false;
            name = parameter(value, "name");
            file_name = parameter(value, "filename");
        } else if (same_word(key, "content-type"))
            type = std::string(value.substr(0, 200));
    }
    if (!name || !is_clean_text(*name) || (file_name && !is_clean_text(*file_name)))
        return false;
    in_file_ = file_name.has_value();
    empty_file_input_ = in_file_ && file_name->empty();
    if (fields.size() + files.size() == most_pairs || files.size() == most_files) {
        state_ = state::too_large;
        return false;
    }
    if (!in_file_)
        fields.emplace_back(unquoted(std::move(*name)), "");
    else if (!empty_file_input_)
        files.push_back({unquoted(std::move(*name)), file_name_in(unquoted(std::move(*file_name))),
                         std::move(type), open_ ? open_() : nullptr});
    return true;
}

bool multipart_reader::keep(std::string_view content)
{
    if (in_file_) {
        if (empty_file_input_)
            return true;
        auto& into = files.back();
        into.size += static_cast<long long>(content.size());
        if (into.first_bytes.size() < most_first_bytes)
            into.first_bytes.append(content.substr(0, most_first_bytes - into.first_bytes.size()));
        if (into.file && !content.empty())
            into.file->write(content);
        return true;
    }
    field_bytes_ += content.size();
    if (field_bytes_ > most_field_bytes_) {
        state_ = state::too_large;
        return false;
    }
    fields.back().second.append(content);
    return true;
}

void multipart_reader::close_part()
{
    if (!in_file_ && !is_clean_text(fields.back().second))
        state_ = state::broken;
}

} // namespace web
