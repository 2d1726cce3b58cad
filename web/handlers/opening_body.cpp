#include "web/handlers/opening_body.hpp"

#include "web/office.hpp"
#include "workflows/major_decision/intake.hpp"

namespace web::handlers {

boost::json::object opening_body(visit const& v, std::string_view kind)
{
    if (kind == workflows::major_decision::intake::proposed::kind)
        return {{"proposer", "department"},
                {"proposer_name", v.house.unit_name(v.session->as.unit)}};
    return {};
}

} // namespace web::handlers
