#include "web/handlers/sent_again.hpp"

#include "web/kept_form.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <boost/json.hpp>

namespace web::handlers {

using boost::json::array;
using engine::say;

engine::text signed_in_again(pairs const& form)
{
    if (auto const* name = find(form, lost_file))
        return say("您已重新登录。请核对填写的内容后提交；附件“{1}”没有收到，请重新选择。", *name);
    return say("您已重新登录。请核对填写的内容后提交。");
}

answer sent_again_page(visit const& v, std::string const& path, pairs const& form)
{
    auto const found = find_route(routes(), "POST", path.substr(0, path.find('?')));
    auto const may_send = found.it && v.house.with().law.entitled.may_ask_for(
                                          v.session->as.role, "POST", found.it->pattern);
    answer page{.page = "sent_again"};
    page.view["title"] = v.words(say("核对后提交"));
    page.view["notice"] = v.words(
        may_send ? signed_in_again(form)
                 : say("您现在的岗位不能提交这份内容。下面是登录超时前填写的内容，可以复制保存。"));
    page.only_page["action"] = path;
    page.only_page["may_send"] = may_send;
    array typed, envelope;
    for (auto const& [name, value] : form) {
        if (name == lost_file)
            continue;
        auto label = label_of_words(v.words, form, name);
        if (label.empty())
            envelope.push_back({{"name", name}, {"value", value}});
        else
            typed.push_back({{"id", "typed-" + std::to_string(typed.size())},
                             {"name", name},
                             {"label", std::move(label)},
                             {"value", value}});
    }
    page.only_page["typed"] = std::move(typed);
    page.only_page["envelope"] = std::move(envelope);
    return page;
}

} // namespace web::handlers
