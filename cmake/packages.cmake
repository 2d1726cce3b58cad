# Everything here is a Debian 12 package; `./dev packages` names them.
# FindBoost of CMake 3.25 is older than Boost 1.81 and says so for every component.
set(Boost_NO_WARN_NEW_VERSIONS ON)
find_package(Boost 1.81 EXACT REQUIRED COMPONENTS json url locale unit_test_framework)
find_package(OpenSSL 3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(tomlplusplus QUIET)

# Debian's SOCI has no CMake package.
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_SQLITE soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL soci_postgresql REQUIRED)
add_library(juece_soci INTERFACE)
target_include_directories(juece_soci SYSTEM INTERFACE ${SOCI_INCLUDE_DIR} ${PostgreSQL_INCLUDE_DIRS})
target_link_libraries(juece_soci INTERFACE ${SOCI_CORE} ${SOCI_SQLITE} ${SOCI_POSTGRESQL}
    SQLite::SQLite3 PostgreSQL::PostgreSQL)

find_library(ARGON2 argon2 REQUIRED)
find_library(JEMALLOC jemalloc REQUIRED)
find_library(OATH oath REQUIRED)
find_library(XLSXWRITER xlsxwriter REQUIRED)
pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(CJOSE REQUIRED IMPORTED_TARGET cjose)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)

# Documents: reading, drawing, telling what they are.
pkg_check_modules(DOCUMENTS REQUIRED libzip pugixml poppler-cpp libmagic pangocairo pangoft2
    fontconfig cairo-pdf)
