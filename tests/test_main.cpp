#define BOOST_TEST_MODULE juece
#include <boost/test/unit_test.hpp>
