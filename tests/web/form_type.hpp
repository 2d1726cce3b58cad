#ifndef JUECE_TESTS_WEB_FORM_TYPE_HPP
#define JUECE_TESTS_WEB_FORM_TYPE_HPP

#include <string>

namespace tests {

/// The header with which a browser sends a form.
inline std::string const form_type = "Content-Type: application/x-www-form-urlencoded\r\n";

} // namespace tests

#endif
