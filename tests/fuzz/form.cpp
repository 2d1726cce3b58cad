// Whatever bytes come as a form: urlencoded or multipart, and what is read of them as the body of
// an act. The first line is the content type, the rest is the body.

#include "web/form.hpp"

#include "tests/fuzz/meeting_record.hpp"
#include "tests/fuzz/must.hpp"
#include "web/multipart.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <memory>

using fuzz::must;

namespace {

namespace json = boost::json;

constexpr std::size_t most_field_bytes = 2'000;

/// Keeps the bytes of every file in the order in which they were opened.
class kept_file : public web::incoming_file {
public:
    explicit kept_file(std::shared_ptr<std::string> into) : into_(std::move(into)) {}
    void write(std::string_view bytes) override { into_->append(bytes); }
    std::string finish() override { return {}; }

private:
    std::shared_ptr<std::string> into_;
};

struct multipart_reading {
    web::multipart_reader::state is = web::multipart_reader::state::reading;
    web::pairs fields;
    std::vector<web::upload> files;
    std::vector<std::shared_ptr<std::string>> contents;
};

multipart_reading read_multipart(std::string const& boundary, std::string_view body,
                                 std::size_t piece)
{
    multipart_reading made;
    web::multipart_reader reader(boundary, most_field_bytes, [&] {
        made.contents.push_back(std::make_shared<std::string>());
        return std::make_unique<kept_file>(made.contents.back());
    });
    while (!body.empty()) {
        auto const next = body.substr(0, piece);
        body.remove_prefix(next.size());
        reader.take(next);
    }
    made.is = reader.now();
    made.fields = std::move(reader.fields);
    made.files = std::move(reader.files);
    return made;
}

/// However a body is cut on its way, it says the same.
void must_be_the_same(multipart_reading const& a, multipart_reading const& b)
{
    must(a.is == b.is);
    if (a.is != web::multipart_reader::state::done)
        return;
    must(a.fields == b.fields && a.files.size() == b.files.size());
    for (std::size_t i = 0; i < a.files.size(); ++i) {
        auto const& one = a.files[i];
        auto const& other = b.files[i];
        must(one.field == other.field && one.file_name == other.file_name &&
             one.content_type == other.content_type && one.size == other.size &&
             one.first_bytes == other.first_bytes && *a.contents[i] == *b.contents[i]);
    }
}

void must_keep_to_the_limits(multipart_reading const& read)
{
    std::size_t bytes = 0;
    for (auto const& [name, value] : read.fields) {
        must(web::is_clean_text(name) && web::is_clean_text(value));
        bytes += value.size();
    }
    must(bytes <= most_field_bytes);
    must(read.fields.size() + read.files.size() <= web::most_pairs);
    for (std::size_t i = 0; i < read.files.size(); ++i) {
        auto const& one = read.files[i];
        must(one.file_name.find_first_of("/\\\r\n") == std::string::npos);
        must(static_cast<std::size_t>(one.size) == read.contents[i]->size());
        must(read.contents[i]->starts_with(one.first_bytes));
        must(one.first_bytes.size() == std::min<std::size_t>(read.contents[i]->size(), 512));
    }
}

void add(web::pairs& to, std::string const& path, engine::field const& f, json::value const& one);

/// The inputs that would bring this group: what a page shows again after a fault.
void add_group(web::pairs& to, std::string const& path, std::vector<engine::field> const& described,
               json::object const& group)
{
    for (auto const& f : described) {
        auto const* found = group.if_contains(f.name);
        if (!found)
            continue;
        auto const at = path.empty() ? f.name : path + "." + f.name;
        if (!f.many) {
            add(to, at, f, *found);
            continue;
        }
        std::size_t row = 0;
        for (auto const& one : found->as_array())
            // what was typed without a row comes first, and stays without one
            add(to, one.is_object() ? at + "[" + std::to_string(row++) + "]" : at, f, one);
    }
}

void add(web::pairs& to, std::string const& path, engine::field const& f, json::value const& one)
{
    auto const named = [&](std::string const& at, std::string value) {
        to.emplace_back(web::input_name(at), std::move(value));
    };
    if (auto const* object = one.if_object()) {
        if (f.type == engine::field_type::group)
            add_group(to, path, f.of, *object);
        else
            for (auto const& member : *object)
                named(path + "." + std::string(member.key()),
                      std::string(member.value().as_string()));
    } else if (auto const* words = one.if_string())
        named(path, std::string(*words));
    else if (auto const* number = one.if_int64())
        named(path, f.type == engine::field_type::money ? web::yuan_of(*number)
                                                        : std::to_string(*number));
    else
        named(path, one.as_bool() ? "true" : "false");
}

void must_be_read_the_same_again(web::pairs const& fields)
{
    auto const& described = engine::fields_of<fuzz::meeting_record>();
    auto const read = web::read_form(fields, described);
    for (auto const& fault : read.faults)
        must(!fault.reason.empty());
    if (!read.faults.empty())
        return;
    web::pairs shown;
    add_group(shown, "", described, read.body);
    auto const again = web::read_form(shown, described);
    must(again.faults.empty() && again.body == read.body);
    std::vector<engine::field_fault> faults;
    engine::read_body<fuzz::meeting_record>(read.body, faults);
    for (auto const& fault : faults)
        must(!fault.reason.empty());
}

/// An amount in plain digits is understood exactly when it is whole fen.
void must_reckon(std::string const& typed)
{
    auto const fen = web::fen_of(typed);
    if (fen)
        must(*fen >= 0 && web::fen_of(web::yuan_of(*fen)) == fen);
    auto const stop = typed.find('.');
    if (stop == std::string::npos || stop == 0 || stop > 12 || stop + 1 == typed.size() ||
        typed.find_first_not_of("0123456789.") != std::string::npos ||
        typed.find('.', stop + 1) != std::string::npos)
        return;
    auto const last = typed.find_last_not_of('0');
    must(fen.has_value() == (last < stop + 3));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string_view const all(reinterpret_cast<char const*>(bytes), size);
    auto const line = std::min(all.find('\n'), all.size());
    auto const type = all.substr(0, line);
    auto const body = all.substr(std::min(line + 1, all.size()));

    if (auto const boundary = web::boundary_of(type)) {
        must(!boundary->empty() && boundary->size() <= 70);
        auto const whole = read_multipart(*boundary, body, std::max<std::size_t>(body.size(), 1));
        must_be_the_same(whole, read_multipart(*boundary, body, 1));
        must_be_the_same(whole, read_multipart(*boundary, body, 7));
        if (whole.is != web::multipart_reader::state::done)
            return 0;
        must_keep_to_the_limits(whole);
        must_be_read_the_same_again(whole.fields);
        return 0;
    }

    auto const fields = web::parse_pairs(body);
    if (!fields)
        return 0;
    for (auto const& [name, value] : *fields) {
        must(web::is_clean_text(name) && web::is_clean_text(value));
        must_reckon(value);
    }
    must(web::parse_pairs(web::to_query(*fields)) == fields);
    must_be_read_the_same_again(*fields);
    return 0;
}
