#include "web/handlers/sign_in_links.hpp"

#include "web/audit.hpp"
#include "web/handlers/public_view.hpp"
#include "web/office.hpp"
#include "workflows/administration/acts.hpp"
#include "workflows/body_on_file.hpp"

namespace web::handlers {
namespace {

using engine::say;
using workflows::administration::people::link_handed_out;

/// Long enough to be handed over in person, and to be used the day after.
constexpr std::chrono::hours good_for{24};

struct made_link {
    adapters::soci::person of;
    std::string token; ///< empty: the person has a password
};

made_link make_link_for(visit& v, std::string const& login)
{
    auto& house = v.house.with();
    auto const who = house.people.find_person(login).value();
    auto const token = house.entry.front.make_first_link(who.id, v.now, good_for);
    if (token) {
        auto entry = entry_about(v, "account", "link");
        entry.about = login;
        house.entry.log.enter(std::move(entry));
    }
    return {who, token.value_or("")};
}

} // namespace

bool hands_out_link(std::string_view kind)
{
    return kind == link_handed_out::kind;
}

boost::asio::awaitable<std::vector<engine::refusal>> against_link(visit& v, typed_form const& typed)
{
    std::vector<engine::refusal> grounds;
    auto const* login = typed.body.if_contains("login");
    if (!login || !login->is_string())
        co_return grounds;
    auto const has_password = co_await v.house.reading().run(
        [&] { return v.house.with().people.has_password(std::string(login->get_string())); });
    if (has_password)
        grounds.push_back({.rule = "JC-22",
                           .reason = say("该人员已有密码，不能发放登录链接"),
                           .remedy = say("忘记密码的，请系统管理员先责令重设密码")});
    co_return grounds;
}

boost::asio::awaitable<answer> show_link_once(visit& v, engine::admitted const& done, answer made)
{
    auto const login = workflows::body_on_file<link_handed_out>(done.what).login;
    made_link link;
    if (!done.repeated)
        link = co_await v.house.reading().run([&] { return make_link_for(v, login); });
    made.status = done.repeated ? 200 : 201;
    made.page = "link_handed_out";
    made.headers.emplace_back("Cache-Control", "no-store");
    made.only_page["title"] = v.words(say("登录链接"));
    if (!link.token.empty())
        made.view["link"] =
            boost::json::object{{"address", own_address(v) + "/sign-in/link?token=" + link.token},
                                {"login", login},
                                {"person_name", link.of.name},
                                {"good_until", engine::to_text(v.now + good_for)}};
    made.only_page["good_until_words"] = v.words.moment(v.now + good_for);
    co_return made;
}

} // namespace web::handlers
