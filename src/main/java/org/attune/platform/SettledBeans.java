package org.attune.platform;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Says that all beans are known, as soon as they are. Spring says so itself, but only after it has made the web server with
 * its filters, and everything behind them; until then it goes through all of a thousand beans whenever one asks for another.
 * A fifth of a start was that.
 */
@Component
class SettledBeans implements BeanPostProcessor, BeanFactoryAware {

    @Override
    public void setBeanFactory(BeanFactory beans) {
        if (beans instanceof ConfigurableListableBeanFactory known) {
            known.freezeConfiguration();
        }
    }
}
