#include "adapters/notices/encoding.hpp"
#include "web/file_name.hpp"
#include "web/handlers/handlers.hpp"
#include "web/keep_upload.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"

#include <boost/json.hpp>

// Resumable uploads, after tus 1.0 (core, creation, termination); web/README.md describes them.

namespace web::handlers {
namespace {

using adapters::documents::unfinished_upload;
using adapters::documents::unfinished_uploads;
using boost::json::object;
using engine::say;

constexpr char const* protocol = "1.0.0";
constexpr std::size_t longest_name = 500;

/// Every answer of the protocol says its version, and none is kept by a browser.
answer told(int status, object const& view = {})
{
    answer made;
    made.as_is.emplace();
    made.as_is->status = status;
    made.as_is->with("Tus-Resumable", protocol).with("Cache-Control", "no-store");
    if (!view.empty()) {
        made.as_is->body = boost::json::serialize(view);
        made.as_is->with("Content-Type", "application/json");
    }
    return made;
}

/// A client of another version is told which one is spoken here.
std::optional<answer> other_version(visit const& v)
{
    auto const version = v.asked.header("tus-resumable");
    if (version.empty() || version == protocol)
        return {};
    auto refused = told(412);
    refused.as_is->with("Tus-Version", protocol);
    return refused;
}

/// A number of bytes in a header: 0 or more.
std::optional<long long> bytes_in(std::string_view text)
{
    if (text == "0")
        return 0;
    return number_in(text);
}

/// The file name in "filename 5paH5Lu2LnR4dA==,filetype dGV4dC9wbGFpbg==".
std::optional<std::string> name_in(std::string_view metadata)
{
    while (!metadata.empty()) {
        auto const end = std::min(metadata.find(','), metadata.size());
        auto pair = metadata.substr(0, end);
        metadata.remove_prefix(std::min(end + 1, metadata.size()));
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        if (!pair.starts_with("filename "))
            continue;
        auto const written = pair.substr(9);
        if (written.size() > 4 * longest_name)
            return {};
        auto name = adapters::notices::from_base64(written);
        if (!name || name->size() > longest_name || !is_clean_text(*name))
            return {};
        return file_name_in(*name);
    }
    return {};
}

object upload_view(unfinished_upload const& one)
{
    return {{"name", one.name}, {"offset", one.offset}, {"length", one.length}};
}

answer with_offset(answer made, unfinished_upload const& one)
{
    made.as_is->with("Upload-Offset", std::to_string(one.offset))
        .with("Upload-Length", std::to_string(one.length));
    return made;
}

std::string address_of(std::string const& id)
{
    return "/uploads/" + id;
}

} // namespace

awaitable<answer> begin_upload(visit& v)
{
    if (auto refused = other_version(v))
        co_return std::move(*refused);
    auto const length = bytes_in(v.asked.header("upload-length"));
    auto const name = name_in(v.asked.header("upload-metadata"));
    if (!length || !name || name->empty())
        co_return problem(v, 400, "malformed",
                          say("请在 Upload-Length 和 Upload-Metadata 中写明文件的长度和名称。"));
    auto const most = v.house.admission().terms().most_bytes;
    if (*length > most)
        co_return problem(v, 413, "too-large", say("“{1}”超过{2} MB 的上限。", *name, most >> 20));
    unfinished_upload const fresh{.id = random_id(),
                                  .by = v.session->who.id,
                                  .name = *name,
                                  .length = *length,
                                  .began_at = v.now};
    auto const begin = [&] {
        v.house.uploads().remove_abandoned(v.now);
        return v.house.uploads().begin(fresh);
    };
    auto const begun = co_await v.house.reading().run(begin);
    if (!begun)
        co_return problem(v, 429, "too-many-uploads",
                          say("您还有太多文件没有传完，请先完成或者取消。"));
    auto made = told(201, upload_view(fresh));
    made.as_is->with("Location", address_of(fresh.id));
    co_return with_offset(std::move(made), fresh);
}

answer show_upload(visit& v)
{
    if (auto refused = other_version(v))
        return std::move(*refused);
    auto const found = v.house.uploads().find(v.place("id"), v.session->who.id);
    if (!found)
        return not_found(v);
    return with_offset(told(200, upload_view(*found)), *found);
}

awaitable<answer> append_to_upload(visit& v)
{
    if (auto refused = other_version(v))
        co_return std::move(*refused);
    auto const offset = bytes_in(v.asked.header("upload-offset"));
    if (!offset || v.asked.content_type() != "application/offset+octet-stream")
        co_return problem(v, 400, "malformed",
                          say("请以 application/offset+octet-stream 发送，并写明 Upload-Offset。"));
    auto& uploads = v.house.uploads();
    auto const who = v.session->who.id;
    auto const append = [&] {
        return uploads.append(v.place("id"), who, *offset, v.asked.body, v.now);
    };
    using step = unfinished_uploads::step;
    auto const done = co_await v.house.reading().run(append);
    if (done == step::unknown)
        co_return not_found(v);
    if (done == step::too_long)
        co_return problem(v, 413, "too-large", say("发送的内容超过了写明的长度。"));
    auto const ask = [&] { return uploads.find(v.place("id"), who); };
    auto const now = co_await v.house.reading().run(ask);
    if (!now)
        co_return not_found(v);
    co_return with_offset(told(done == step::elsewhere ? 409 : 204), *now);
}

awaitable<answer> drop_upload(visit& v)
{
    if (auto refused = other_version(v))
        co_return std::move(*refused);
    auto const drop = [&] { return v.house.uploads().remove(v.place("id"), v.session->who.id); };
    co_await v.house.reading().run(drop);
    co_return told(204);
}

awaitable<answer> finish_upload(visit& v)
{
    std::string expected;
    if (!v.asked.body.empty()) {
        boost::json::error_code fault;
        auto const parsed = boost::json::parse(v.asked.body, fault);
        auto const* sum =
            fault || !parsed.is_object() ? nullptr : parsed.get_object().if_contains("sha256");
        if (fault || !parsed.is_object() || (sum && !sum->is_string()))
            co_return problem(v, 400, "malformed", say("应为 JSON 对象。"));
        if (sum)
            expected = sum->get_string();
    }
    auto& uploads = v.house.uploads();
    auto const who = v.session->who.id;
    auto const& id = v.place("id");
    auto const ask = [&] { return uploads.find(id, who); };
    auto const whole = co_await v.house.reading().run(ask);
    if (!whole)
        co_return not_found(v);
    if (!whole->is_whole())
        co_return with_offset(told(409, upload_view(*whole)), *whole);
    auto const keep = [&] {
        auto kept = keep_whole_file(v, uploads.bytes_of(id), whole->name, expected);
        uploads.remove(id, who);
        return kept;
    };
    auto const outcome = co_await v.house.reading().run(keep);
    if (auto const* why = std::get_if<engine::text>(&outcome))
        co_return problem(v, 422, "not-taken", *why);
    auto const& kept = std::get<kept_upload>(outcome);
    co_return told(201, {{"hash", kept.hash},
                         {"name", kept.name},
                         {"size", kept.size},
                         {"media_type", kept.media_type},
                         {"href", "/documents/" + kept.hash}});
}

} // namespace web::handlers
