#ifndef JUECE_WEB_HANDLERS_ADMINISTRATION_WORDS_HPP
#define JUECE_WEB_HANDLERS_ADMINISTRATION_WORDS_HPP

#include "web/handlers/opened_case.hpp"
#include "workflows/administration/register.hpp"

#include <boost/json.hpp>
#include <string>

namespace web::handlers {

/// What the acts of the administration name by a code, a number or a sign-in name, in words.
class administration_words {
public:
    using register_of_house = workflows::administration::register_of_house;
    administration_words(visit const& v, register_of_house const& house) : v_(v), house_(house) {}

    std::string role(std::string const& code) const;
    std::string organ(std::string const& code) const;
    std::string unit(std::string const& code) const;
    std::string rule_pack(std::string const& name) const;
    /// "李四（lisi）".
    std::string person(std::string const& login) const;
    /// With unit and role of every appointment that holds on a day: by a name alone nobody is told
    /// from another.
    std::string person_at_posts(std::string const& login, engine::day on) const;
    /// "李四 · 水务局 部门负责人"; of a substitution also for whom.
    std::string appointment(long long number) const;
    /// A text or a file that a setting is made of.
    std::string part(workflows::administration::settings::setting of,
                     workflows::administration::settings::part const& one) const;

    /// An act for a list: when, what and by whom, and under "told" what it says in words, as rows
    /// {label, words, href}.
    boost::json::object act(opened_case const& file, engine::act const& what) const;

private:
    std::string value(std::string_view field, boost::json::value const& given,
                      std::string const& otherwise) const;

    visit const& v_;
    register_of_house const& house_;
};

} // namespace web::handlers

#endif
