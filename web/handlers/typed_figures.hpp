#ifndef JUECE_WEB_HANDLERS_TYPED_FIGURES_HPP
#define JUECE_WEB_HANDLERS_TYPED_FIGURES_HPP

#include "web/handlers/act_form.hpp"

#include <string>
#include <string_view>

namespace web::handlers {

/// What was ticked and typed in a form of the report, if it came back; else nothing.
class typed_figures {
public:
    typed_figures(visit const& v, std::string_view kind);
    /// Of several forms of the kind the one that names this in a field: its unit, its finding.
    typed_figures(visit const& v, std::string_view kind, std::string_view field,
                  std::string_view named);

    bool came_back() const { return form_ != nullptr; }
    std::string word(std::string_view name) const;
    bool has_ticked(std::string_view indicator) const;
    /// In words; empty where nothing is wrong.
    std::string fault_of(std::string_view name) const;

private:
    std::vector<std::string> ticked() const;

    visit const& v_;
    typed_form const* form_;
};

} // namespace web::handlers

#endif
